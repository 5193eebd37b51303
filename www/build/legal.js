// Copies what must go with the package into www/, since a package holds no file from outside of its folder.
import { execFileSync } from 'node:child_process'
import { cp, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

const www = new URL('../', import.meta.url)

// Where each file stands in the package, and where it is from.
const LEGAL = {
  'README.md': 'README.md',
  'LICENSE-MIT': 'LICENSE-MIT',
  'LICENSE-APACHE': 'LICENSE-APACHE',
  'licences/names/LICENSE': 'src/recognize/names/weights/LICENSE',
  'licences/names/MODEL_CARD.md': 'src/recognize/names/weights/MODEL_CARD.md'
}

for (const [to, from] of Object.entries(LEGAL)) await cp(new URL(`../${from}`, www), new URL(to, www))

// The modules hold code of these libraries, whose licences ask to be passed on.
const FEATURES = ['--no-default-features', '--features', 'redactor,words']
const tree = cargo('tree', ...FEATURES, '--target', 'wasm32-unknown-unknown', '--edges', 'normal,no-proc-macro', '--prefix', 'none', '--format', '{p}|{l}')
const { packages } = JSON.parse(cargo('metadata', ...FEATURES, '--format-version', '1'))
const folders = new Map(packages.map(it => [`${it.name} v${it.version}`, dirname(it.manifest_path)]))

const parts = []
for (const line of new Set(tree.split('\n').map(it => it.replace(/ \(\*\)$/, '')))) {
  const [library, terms] = line.split('|')
  // Our own has the licences above.
  if (!terms || library.startsWith('slor ')) continue
  parts.push(`${library} (${terms})\n\n${(await licenceOf(library)).trim()}\n`)
}
await writeFile(new URL('licences/libraries.txt', www), parts.sort().join(`\n${'-'.repeat(80)}\n\n`))

/** @param {string} library */
async function licenceOf (library) {
  const folder = folders.get(library)
  const names = folder ? (await readdir(folder)).filter(it => /^licen[cs]e/i.test(it)) : []
  // Of those that may be chosen from, the one that needs no copy of its whole.
  const name = names.find(it => /mit/i.test(it)) ?? names[0]
  if (!name) throw new Error(`${library} comes without the text of its licence`)
  return readFile(`${folder}/${name}`, 'utf8')
}

/** @param {string[]} args */
function cargo (...args) {
  return execFileSync('cargo', args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
}
