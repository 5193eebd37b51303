import { files } from './pkg/manifest.js'
import { SlorError } from './errors.js'
import { makeRedactor, packsNeeded, startEngine } from './redactor.js'

/** @typedef {import('./index.d.ts').LoadOptions} LoadOptions */
/** @typedef {import('./index.d.ts').Source} Source */

/**
 * Reads one file. Rejects if it can't be had, or if an integrity is given that it doesn't have.
 *
 * @typedef {(url: URL, integrity: string | undefined, signal: AbortSignal) => Promise<Response>} Read
 */

// The smallest module: only asks whether the page may compile one.
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])

/**
 * @param {LoadOptions} options
 * @param {Read} read
 * @param {() => string | URL | undefined} here what relative addresses are relative to
 */
export async function loadWith (options, read, here) {
  const { timeout = 10_000 } = options ?? {}
  const abort = new AbortController()
  let timer
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => {
      reject(new SlorError('timeout', `the redaction engine was not ready after ${timeout} ms`))
      abort.abort()
    }, timeout)
  })
  try {
    return await Promise.race([late, build(options, { read, here, signal: abort.signal })])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * @param {LoadOptions} options
 * @param {{ read: Read, here: () => string | URL | undefined, signal: AbortSignal }} from
 */
async function build (options, from) {
  if (!options?.policy) throw new SlorError('usage', 'load({ policy }) needs a policy')
  refuseWithoutWasm()
  const [policy] = await Promise.all([
    policyText(options.policy, from),
    startEngine(() => compile(options, from)).catch(error => { throw asError('engine', 'the redaction engine', error) })
  ])
  const packs = await Promise.all(packsNeeded(policy).map(name => pack(name, options, from)))
  return makeRedactor(policy, packs)
}

function refuseWithoutWasm () {
  if (typeof WebAssembly !== 'object') throw new SlorError('engine', 'this browser has no WebAssembly')
  try {
    // eslint-disable-next-line no-new
    new WebAssembly.Module(EMPTY_MODULE)
  } catch {
    throw new SlorError('csp', "the page's content security policy needs script-src 'wasm-unsafe-eval'")
  }
}

async function policyText (policy, from) {
  if (typeof policy === 'string' && /^\s*\{/.test(policy)) return policy
  if (typeof policy === 'object' && !(policy instanceof URL)) return JSON.stringify(policy)
  try {
    const text = await (await from.read(resolve(policy, from), undefined, from.signal)).text()
    if (/^\s*\{/.test(text)) return text
  } catch (error) {
    throw asError('policy', 'the policy', error)
  }
  throw new SlorError('policy', 'what stands at the address of the policy is not JSON')
}

async function compile (options, from) {
  const { wasm } = options
  if (wasm instanceof WebAssembly.Module) return wasm
  const response = await open('slor_bg.wasm', wasm, options, from)
  if (!(response instanceof Response)) return WebAssembly.compile(response)
  // Some servers don't know the type; then there is nothing to stream.
  const streams = response.headers.get('content-type')?.startsWith('application/wasm')
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())
}

async function pack (name, options, from) {
  try {
    const found = await open(`${name}.bin`, options.packs?.[name], options, from)
    const bytes = found instanceof Response ? await found.arrayBuffer() : found
    return bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)
  } catch (error) {
    throw asError('pack', `the language pack ${name}`, error)
  }
}

/**
 * What the caller gave as bytes, or the file; the file must be the one that this package was built with.
 *
 * @param {string} name
 * @param {Source | undefined} given
 */
async function open (name, given, options, from) {
  if (given instanceof ArrayBuffer || given instanceof Uint8Array) return given
  const file = files[name]
  if (!file) throw new SlorError('pack', `this package has no file ${name}`)
  const url = given ?? (options.base === undefined ? file.url : new URL(name, resolve(options.base, from)))
  return from.read(resolve(url, from), file.integrity, from.signal)
}

function resolve (url, from) {
  return new URL(url, from.here())
}

/** Says what could not be had; the cause names addresses at most, since no message has been seen yet. */
function asError (code, what, cause) {
  if (cause instanceof SlorError) return cause
  return new SlorError(code, `${what} could not be loaded, or is not the one that this package was built with`, { cause })
}
