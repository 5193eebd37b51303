// Serves the package, its demo and the policies on this machine, as strictly as a municipality's server would.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { pathToFileURL } from 'node:url'

const www = new URL('../', import.meta.url)
const folders = { '/policies/': new URL('../policies/', www), '/': www }

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream'
}

export const CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"

/**
 * @param {{ port?: number, answer?: (path: string) => { status?: number, headers?: object, body?: unknown } | undefined,
 *   extra?: Record<string, URL> }} [options] `answer` may change what a path gives; a body may come later, or never. Tests break things with it
 */
export async function serve ({ port = 0, answer, extra = {} } = {}) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname
    if (path === '/') return response.writeHead(302, { location: '/demo/' }).end()
    const file = await read(path.endsWith('/') ? `${path}index.html` : path, extra)
    const { status = file.status, headers, body = file.body } = answer?.(path) ?? {}
    response.writeHead(status, {
      'content-type': file.type,
      'content-security-policy': CSP,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
      ...headers
    })
    response.end(request.method === 'HEAD' ? undefined : await body)
  })
  await new Promise(resolve => server.listen(port, '127.0.0.1', resolve))
  return { url: `http://localhost:${server.address().port}`, close: () => new Promise(resolve => { server.close(resolve); server.closeAllConnections() }) }
}

async function read (path, extra) {
  const [prefix, folder] = Object.entries({ ...extra, ...folders }).find(([it]) => path.startsWith(it))
  const file = new URL(`./${path.slice(prefix.length)}`, folder)
  const type = TYPES[extname(file.pathname)]
  try {
    // `URL` has resolved every `..` already; what then lies outside is not ours to show.
    if (!type || !file.href.startsWith(folder.href)) throw new Error('not served')
    return { status: 200, type, body: await readFile(file) }
  } catch {
    return { status: 404, type: 'text/plain; charset=utf-8', body: 'not found' }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await serve({ port: Number(process.env.PORT ?? 8080) }).catch(() => serve())
  console.log(`\nThe demo is at ${url}/, the preview of policies at ${url}/preview.html (stop it with Ctrl-C)`)
}
