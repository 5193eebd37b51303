// What the adapters' tests have in common: the real engine, the policies, and the search for strays in what servers got.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { load } from '../../www/node.js'

export const EVENTS = ['message', 'state', 'queue', 'agent', 'typing', 'ended', 'error']

// Nobody has these. The whole journey carries them, and no server may see one.
export const SECRETS = ['010190-1234', '0101901234', 'diabetes', '12345678']

export function policyOf (id, change = {}) {
  return { ...JSON.parse(readFileSync(new URL(`../../policies/${id}.json`, import.meta.url), 'utf8')), ...change }
}

/** The engine under a policy, and every text that it has made. */
export async function masker (policy) {
  const redactor = await load({ policy })
  const made = new Set()
  return {
    made,
    mask (text, options) {
      const redacted = redactor.redact(text, options)
      made.add(String(redacted))
      return redacted
    }
  }
}

/** Everything that a talk tells, in order. */
export function listen (chat) {
  const told = []
  for (const type of EVENTS) chat.addEventListener(type, event => told.push({ type, ...event.detail }))
  return {
    told,
    of: type => told.filter(it => it.type === type),
    texts: () => told.filter(it => it.type === 'message').map(it => `${it.from}: ${it.text}`)
  }
}

export async function until (true_, what = 'it') {
  const end = Date.now() + 20_000
  while (!true_()) {
    if (Date.now() > end) assert.fail(`${what} never came true`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

// What Node's own client adds. A browser adds its own, and no page can change that.
const CARRIER = ['host', 'connection', 'user-agent', 'accept-encoding', 'content-length', 'sec-fetch-mode', 'cache-control', 'pragma']
const HEADERS = ['accept', 'accept-language', 'content-type', 'application/json', 'application/json, text/plain']
const FRESH = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/

/** Every string and number that a server got and that is neither redacted, issued by it, fresh, nor in `words`. */
export function strays (server, { made, words }) {
  const known = new Set([...words, ...server.issued])
  const found = []
  for (const { method, url, headers, text, body } of server.requests) {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    const plain = value => known.has(value) || FRESH.test(value) || found.push([method, value])
    const walk = value => {
      if (Array.isArray(value)) value.forEach(walk)
      else if (typeof value === 'object' && value !== null) Object.entries(value).forEach(([key, item]) => { plain(key); walk(item) })
      else if (typeof value === 'string' || typeof value === 'number') made.has(value) || plain(value)
    }
    pathname.split('/').map(decodeURIComponent).filter(Boolean).forEach(plain)
    for (const [key, value] of searchParams) [key, value].forEach(plain)
    for (const [key, value] of Object.entries(headers)) {
      if (!CARRIER.includes(key)) [key, value].forEach(it => HEADERS.includes(it) || plain(it))
    }
    if (text) body === undefined ? found.push([method, text]) : walk(body)
  }
  return found
}

/** Nothing raw, in whatever form: looked for in everything a server got, as it came over the wire. */
export function assertMasked (server) {
  const all = decodeURIComponent(JSON.stringify(server.requests.map(({ url, headers, text }) => [url, headers, text])).replace(/%(?![\da-f]{2})/gi, '%25'))
  for (const secret of SECRETS) assert.ok(!all.includes(secret), `a server got ${secret}`)
}

/** Node's fetch adds these; the adapters must not. */
export function assertAnonymous (server) {
  for (const { headers } of server.requests) {
    for (const name of ['cookie', 'authorization', 'referer', 'origin', 'current-url', 'kindly-chat-browser-id']) assert.equal(headers[name], undefined, name)
  }
}

export const failsWith = code => error => {
  assert.equal(error.name, 'ChatError')
  assert.equal(error.code, code)
  for (const secret of SECRETS) assert.ok(!`${error.message} ${error.stack} ${JSON.stringify(error)}`.includes(secret))
  assert.equal(error.cause, undefined)
  return true
}
