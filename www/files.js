import { SlorError } from './errors.js'

/** @typedef {import('./index.d.ts').Source} Source */

/**
 * Reads one file. Rejects if it can't be had, or if an integrity is given that it doesn't have.
 *
 * @typedef {(url: URL, integrity: string | undefined, signal: AbortSignal) => Promise<Response>} Read
 */

/**
 * Where this runs: in a page or in Node.
 *
 * @typedef {{ read: Read, here: () => string | URL | undefined }} Platform `here` is what relative addresses are relative to
 */

/** The files of a wasm module, with their hashes. @typedef {Record<string, { url: URL, integrity: string }>} Files */

/** @typedef {Platform & { files: Files, signal: AbortSignal }} From */

/** @typedef {{ base?: string | URL, packs?: Record<string, Source> }} Places */

// The smallest module: only asks whether the page may compile one.
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])

/**
 * What `work` gives, or a rejection after so many milliseconds.
 *
 * @template T
 * @param {number} timeout
 * @param {string} what is waited for
 * @param {Platform & { files: Files }} platform
 * @param {(from: From) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function within (timeout, what, platform, work) {
  const abort = new AbortController()
  let timer
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => {
      reject(new SlorError('timeout', `${what} was not ready after ${timeout} ms`))
      abort.abort()
    // A longer time would be over at once.
    }, Math.min(timeout, 2 ** 31 - 1))
  })
  try {
    return await Promise.race([late, work({ ...platform, signal: abort.signal })])
  } finally {
    clearTimeout(timer)
  }
}

export function refuseWithoutWasm () {
  if (typeof WebAssembly !== 'object') throw new SlorError('engine', 'the browser has no WebAssembly')
  try {
    // eslint-disable-next-line no-new
    new WebAssembly.Module(EMPTY_MODULE)
  } catch {
    throw new SlorError('csp', "the page's content security policy needs script-src 'wasm-unsafe-eval'")
  }
}

/**
 * The JSON text of a policy that is given as such, as an object or by its address.
 *
 * @param {string | URL | object} policy
 * @param {From} from
 */
export async function policyText (policy, from) {
  if (typeof policy === 'string' && /^\s*\{/.test(policy)) return policy
  try {
    const text = typeof policy === 'object' && !(policy instanceof URL)
      ? JSON.stringify(policy)
      : await (await from.read(resolve(policy, from), undefined, from.signal)).text()
    if (/^\s*\{/.test(text)) return text
  } catch (error) {
    throw new SlorError('policy', 'the policy could not be read', { cause: error })
  }
  throw new SlorError('policy', 'the policy is no JSON object')
}

/**
 * One of the package's wasm modules, or the one that the caller gave.
 *
 * @param {string} name
 * @param {Source | WebAssembly.Module | undefined} given
 * @param {Places} places
 * @param {From} from
 */
export async function compile (name, given, places, from) {
  if (given instanceof WebAssembly.Module) return given
  const response = await open(name, given, places, from)
  if (!(response instanceof Response)) return WebAssembly.compile(/** @type {BufferSource} */ (response))
  // Some servers don't know the type; then there is nothing to stream.
  const streams = response.headers.get('content-type')?.startsWith('application/wasm')
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())
}

/**
 * The bytes of a language pack.
 *
 * @param {string} name
 * @param {Places} places
 * @param {From} from
 */
export async function pack (name, places, from) {
  try {
    const found = await open(`${name}.bin`, places.packs?.[name], places, from)
    return new Uint8Array(found instanceof Response ? await found.arrayBuffer() : found)
  } catch (error) {
    throw asError('pack', `the language pack ${name}`, error)
  }
}

/**
 * What the caller gave as bytes, or the file; the file must be the one that this package was built with.
 *
 * @param {string} name
 * @param {Source | undefined} given
 * @param {Places} places
 * @param {From} from
 */
async function open (name, given, places, from) {
  if (given instanceof ArrayBuffer || given instanceof Uint8Array) return given
  const file = from.files[name]
  if (!file) throw new SlorError('pack', `this package has no file ${name}`)
  const url = given ?? (places.base === undefined ? file.url : new URL(name, resolve(places.base, from)))
  return from.read(resolve(url, from), file.integrity, from.signal)
}

function resolve (url, from) {
  return new URL(url, from.here())
}

/** Says what could not be had; the cause names addresses at most, since no message has been seen yet. */
export function asError (code, what, cause) {
  if (cause instanceof SlorError) return cause
  return new SlorError(code, `${what} could not be loaded, or is not the one that this package was built with`, { cause })
}
