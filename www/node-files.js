import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'

/** Reading files in Node. @type {import('./files.js').Platform} */
export const node = {
  async read (url, integrity, signal) {
    const bytes = url.protocol === 'file:' ? await readFile(url, { signal }) : await download(url, signal)
    if (integrity && integrity !== `sha256-${createHash('sha256').update(bytes).digest('base64')}`) {
      throw new Error('the integrity differs')
    }
    return new Response(bytes)
  },
  here: () => pathToFileURL(`${process.cwd()}/`)
}

/**
 * @param {URL} url
 * @param {AbortSignal} signal
 */
async function download (url, signal) {
  const response = await fetch(url, { signal })
  if (!response.ok) throw new Error(`${url}: status ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
