import { loadWith } from './load.js'

export { SlorError } from './errors.js'
export { PURPOSES, RedactedText } from './redactor.js'

/**
 * Makes a policy ready to run. Rejects if anything is missing or not as it was built.
 *
 * @param {import('./index.d.ts').LoadOptions} options
 */
export function load (options) {
  return loadWith(options, read, () => globalThis.document?.baseURI ?? globalThis.location?.href)
}

/** @type {import('./load.js').Read} */
async function read (url, integrity, signal) {
  const response = await fetch(url, { integrity, signal, referrerPolicy: 'no-referrer' })
  if (!response.ok) throw new Error(`status ${response.status}`)
  return response
}
