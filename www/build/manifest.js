// Writes pkg/manifest.js and pkg/words-manifest.js: where each file of the modules is, and its hash, so that no other file is ever run.
import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'

const pkg = new URL('../pkg/', import.meta.url)
const names = (await readdir(pkg)).filter(name => /\.(wasm|bin)$/.test(name)).sort()

// Each module knows its own files only, so that the page downloads no hash that it doesn't need.
const isOfWords = name => name === 'slor_words_bg.wasm' || name.startsWith('notice-')

await write('manifest.js', names.filter(name => !isOfWords(name)))
await write('words-manifest.js', names.filter(isOfWords))

async function write (manifest, names) {
  const entries = await Promise.all(names.map(async name => {
    const hash = createHash('sha256').update(await readFile(new URL(name, pkg))).digest('base64')
    // Written out in full, since bundlers recognise this form and bring the file along.
    return `  '${name}': { url: new URL('./${name}', import.meta.url), integrity: 'sha256-${hash}' }`
  }))
  await writeFile(new URL(manifest, pkg), `/** @type {import('../files.js').Files} */
export const files = {
${entries.join(',\n')}
}
`)
}
