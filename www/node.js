import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { loadWith } from './load.js'

export { SlorError } from './errors.js'
export { PURPOSES, RedactedText } from './redactor.js'

/**
 * Makes a policy ready to run. Rejects if anything is missing or not as it was built.
 *
 * @param {import('./index.d.ts').LoadOptions} options
 */
export function load (options) {
  return loadWith(options, read, () => pathToFileURL(`${process.cwd()}/`))
}

/** @type {import('./load.js').Read} */
async function read (url, integrity, signal) {
  const bytes = url.protocol === 'file:' ? await readFile(url, { signal }) : await download(url, signal)
  if (integrity && integrity !== `sha256-${createHash('sha256').update(bytes).digest('base64')}`) {
    throw new Error('the integrity differs')
  }
  return new Response(bytes)
}

/**
 * @param {URL} url
 * @param {AbortSignal} signal
 */
async function download (url, signal) {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`status ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
