// Prints what a page downloads after brotli, and fails over budget.
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'

const pkg = new URL('../pkg/', import.meta.url)
const budgets = JSON.parse(await readFile(new URL('budgets.json', import.meta.url), 'utf8'))

const kilobytes = bytes => brotliCompressSync(bytes).length / 1000

// What a page gets of a module with all that it imports.
const bundled = async (name, external = []) => {
  const entry = fileURLToPath(new URL(`../${name}`, import.meta.url))
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, minify: true, format: 'esm', write: false, logLevel: 'error', external })
  return outputFiles[0].contents
}

// The loader and the words have budgets of their own, and come when they are needed.
const ELSEWHERE = ['../index.js', '../redactor.js', '../notice.js', '../strings/*']

const packs = (await readdir(pkg)).filter(name => name.endsWith('.bin')).sort()
const rows = [
  ['engine', 'slor_bg.wasm', await readFile(new URL('slor_bg.wasm', pkg))],
  ['words', 'slor_words_bg.wasm', await readFile(new URL('slor_words_bg.wasm', pkg))],
  ['loader', 'index.js, minified', await bundled('index.js')],
  ['element', 'chat.js with adapters', await bundled('chat.js', ELSEWHERE)],
  ...await Promise.all(packs.map(async name => [name.split('-')[0], name, await readFile(new URL(name, pkg))]))
]

for (const [kind, name, bytes] of rows) {
  const size = kilobytes(bytes)
  const over = size > budgets[kind]
  if (over || !(kind in budgets)) process.exitCode = 1
  console.log(`${name.padEnd(22)} ${size.toFixed(1).padStart(7)} kB brotli, budget ${budgets[kind] ?? 'missing'}${over ? ': OVER' : ''}`)
}
