// What the stand-ins have in common: a server on this machine that records all it gets, and can be made to fail.
import { createServer } from 'node:http'
import { randomBytes } from 'node:crypto'

/**
 * @param {(request: { method: string, path: string, query: URLSearchParams, headers: object, body: any }) => { status?: number, type?: string, body?: unknown, headers?: object }} answer
 */
export async function startServer (answer) {
  const requests = []
  const issued = new Set()
  let fault
  const server = createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    const url = new URL(request.url, 'http://localhost')
    const seen = { method: request.method, url: request.url, path: url.pathname, query: url.searchParams, headers: request.headers, text, body: json(text) }
    requests.push(seen)
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*, authorization', 'access-control-allow-methods': '*', 'access-control-max-age': '600' }
    if (request.method === 'OPTIONS') return response.writeHead(204, cors).end()
    const broken = fault?.(seen)
    if (broken === 'hang') return
    if (broken === 'drop') return request.socket.destroy()
    const given = typeof broken === 'object' ? broken : answer(seen)
    // Received and done, but the answer is lost on the way back.
    if (broken === 'lose') return request.socket.destroy()
    const content = await given.body
    const body = typeof content === 'string' ? content : JSON.stringify(content ?? {})
    response.writeHead(given.status ?? 200, { 'content-type': given.type ?? 'application/json', ...cors, ...given.headers }).end(body)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** Everything received, in order, preflights too. */
    requests,
    /** Every id, time and label that was given out. */
    issued,
    issue (value) {
      issued.add(value)
      return value
    },
    /** @param {((request: object) => 'hang' | 'drop' | 'lose' | object | undefined) | undefined} how */
    breakWith (how) { fault = how },
    close () {
      // A connection that comes while we close would keep us open.
      server.on('connection', socket => socket.destroy())
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      return closed
    }
  }
}

export const longId = () => randomBytes(48).toString('base64url')

/** The parts of a multipart body as `[name, file name, content]`. */
export function parts (text) {
  return [...text.matchAll(/name="([^"]*)"(?:; filename="([^"]*)")?\r\n(?:[^\r]+\r\n)*\r\n([^]*?)\r\n--/g)].map(([, name, file, content]) => [name, file, content])
}

function json (text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
