// Messages a second for Slør and for what else could be installed, all in one run; and hostile texts.
// Usage: run.js CORPUS-FOLDER NATIVE-PROGRAM
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { hostile, messages } from './messages.js'
import { peers } from './peers.js'

const HOSTILE_LENGTH = 100_000

const [folder, native] = process.argv.slice(2)
const texts = messages(folder)
if (texts.length === 0) throw new Error(`no messages in ${folder}`)

console.log(`${texts.length} messages, ${Math.round(texts.join('').length / texts.length)} characters each on average\n`)

// Each in a process of its own, so that nobody pays for another's memory.
const peer = name => execFileSync(process.execPath, [fileURLToPath(new URL('peer.js', import.meta.url)), name, folder])
const rates = [
  ['slor, native', Number(execFileSync(native, { input: texts.join('\n') }))],
  ...Object.keys(peers).map(name => [name, Number(peer(name))])
]

const ours = rates[1][1]
console.log('| | messages/s | slor in wasm is |\n|---|---:|---:|')
for (const [name, it] of rates) console.log(`| ${name} | ${Math.round(it).toLocaleString('en')} | ${(ours / it).toFixed(1)} × |`)

console.log('\n| 100 kB of | slor ms | slor ms at 50 kB | ratio | @arcjet/redact ms |\n|---|---:|---:|---:|---:|')
const half = new Map(hostile(HOSTILE_LENGTH / 2))
const slor = await peers['slor, wasm in Node']()
const arcjet = await peers['@arcjet/redact, wasm']()
let worst = 0
let theirWorst = 0
for (const [unit, text] of hostile(HOSTILE_LENGTH)) {
  const full = await best(() => slor(text), 5)
  const halfway = await best(() => slor(half.get(unit)), 5)
  const theirs = await best(() => arcjet(text), 1)
  worst = Math.max(worst, full)
  theirWorst = Math.max(theirWorst, theirs)
  console.log(`| \`${unit}\` | ${full.toFixed(2)} | ${halfway.toFixed(2)} | ${(full / halfway).toFixed(1)} | ${theirs.toFixed(1)} |`)
}
console.log(`\nworst: slor ${worst.toFixed(2)} ms, @arcjet/redact ${theirWorst.toFixed(1)} ms (slor's is 1/${Math.round(theirWorst / worst)} of it); linear is a ratio near 2`)

/** The quickest of some runs, in milliseconds. */
async function best (run, times) {
  let quickest = Infinity
  for (let time = 0; time < times; time++) {
    const start = performance.now()
    await run()
    quickest = Math.min(quickest, performance.now() - start)
  }
  return quickest
}
