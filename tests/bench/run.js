// Messages a second for Slør and for what else could be installed, all in one run; and hostile texts.
// Usage: run.js CORPUS-FOLDER NATIVE-PROGRAM
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { redact as arcjet } from '@arcjet/redact'
import redactPii from 'redact-pii'
import { load } from '../../www/node.js'
import { hostile, messages } from './messages.js'

const ROUNDS = 5
const ROUND_MS = 600
const HOSTILE_LENGTH = 100_000

const [folder, native] = process.argv.slice(2)
const policy = readFileSync(new URL('../policies/everything.json', import.meta.url), 'utf8')
const texts = messages(folder)
if (texts.length === 0) throw new Error(`no messages in ${folder}`)

const slor = await load({ policy })
const pii = new redactPii.SyncRedactor()
// The notices' own rule in one line: numbers of six digits and more, over their joiners, and e-mail.
const LINE = /(?:\d[ .,\-/]?){6,}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

const peers = [
  ['slor, wasm in Node', text => slor.redact(text)],
  ['redact-pii', text => pii.redact(text)],
  ['@arcjet/redact, wasm', text => arcjet(text)],
  ['one line of regex', text => text.replace(LINE, '[number]')]
]

console.log(`${texts.length} messages, ${Math.round(texts.join('').length / texts.length)} characters each on average\n`)

const rates = [['slor, native', Number(execFileSync(native, { input: texts.join('\n'), encoding: 'utf8' }))]]
for (const [name, run] of peers) rates.push([name, await rate(run)])

const ours = rates[1][1]
console.log('| | messages/s | slor in wasm is |\n|---|---:|---:|')
for (const [name, it] of rates) console.log(`| ${name} | ${Math.round(it).toLocaleString('en')} | ${(ours / it).toFixed(1)} × |`)

console.log('\n| 100 kB of | slor ms | slor ms at 50 kB | ratio | @arcjet/redact ms |\n|---|---:|---:|---:|---:|')
const half = new Map(hostile(HOSTILE_LENGTH / 2))
let worst = 0
let theirWorst = 0
for (const [unit, text] of hostile(HOSTILE_LENGTH)) {
  const full = await best(() => slor.redact(text), 5)
  const halfway = await best(() => slor.redact(half.get(unit)), 5)
  const theirs = await best(() => arcjet(text), 1)
  worst = Math.max(worst, full)
  theirWorst = Math.max(theirWorst, theirs)
  console.log(`| \`${unit}\` | ${full.toFixed(2)} | ${halfway.toFixed(2)} | ${(full / halfway).toFixed(1)} | ${theirs.toFixed(1)} |`)
}
console.log(`\nworst: slor ${worst.toFixed(2)} ms, @arcjet/redact ${theirWorst.toFixed(1)} ms (slor's is 1/${Math.round(theirWorst / worst)} of it); linear is a ratio near 2`)

/** Messages a second: the median round, after one that warms up. */
async function rate (run) {
  const rounds = []
  for (let round = 0; round <= ROUNDS; round++) rounds.push(await oneRound(run))
  return rounds.slice(1).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]
}

async function oneRound (run) {
  let count = 0
  const start = performance.now()
  do {
    for (const text of texts) {
      const result = run(text)
      // Awaiting what is no promise would slow the others down.
      if (result instanceof Promise) await result
    }
    count += texts.length
  } while (performance.now() - start < ROUND_MS)
  return count / (performance.now() - start) * 1000
}

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
