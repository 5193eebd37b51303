// Writes pkg/manifest.js: where each file of the engine is, and its hash, so that no other file is ever run.
import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'

const pkg = new URL('../pkg/', import.meta.url)
const names = (await readdir(pkg)).filter(name => /\.(wasm|bin)$/.test(name)).sort()

const entries = await Promise.all(names.map(async name => {
  const hash = createHash('sha256').update(await readFile(new URL(name, pkg))).digest('base64')
  // Written out in full, since bundlers recognise this form and bring the file along.
  return `  '${name}': { url: new URL('./${name}', import.meta.url), integrity: 'sha256-${hash}' }`
}))

await writeFile(new URL('manifest.js', pkg), `/** @type {Record<string, { url: URL, integrity: string }>} */
export const files = {
${entries.join(',\n')}
}
`)
