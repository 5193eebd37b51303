/** Reading files in a page. @type {import('./files.js').Platform} */
export const page = {
  async read (url, integrity, signal) {
    const response = await fetch(url, { integrity, signal, referrerPolicy: 'no-referrer' })
    if (!response.ok) throw new Error(`${url}: status ${response.status}`)
    return response
  },
  here: () => globalThis.document?.baseURI ?? globalThis.location?.href
}
