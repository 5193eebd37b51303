// Microseconds a message when so many different ones follow one another again and again: what is new to the processor costs most.
// Usage: again.js CORPUS-FOLDER
import { messages } from './messages.js'
import { peers } from './peers.js'

const [folder] = process.argv.slice(2)
const texts = messages(folder)
if (texts.length === 0) throw new Error(`no messages in ${folder}`)
const run = await peers['slor, wasm in Node']()
const WARMING = 20
const RUNS = 100

for (let round = 0; round < WARMING; round++) texts.forEach(text => run(text))

console.log('| different messages | µs each |\n|---:|---:|')
for (const count of [1, 8, 64, texts.length]) {
  let taken = 0
  let done = 0
  for (let from = 0; from < texts.length; from += count) {
    const some = texts.slice(from, from + count)
    const rounds = Math.ceil(RUNS / some.length)
    // The first round is new to it anyway.
    some.forEach(text => run(text))
    const start = performance.now()
    for (let round = 0; round < rounds; round++) some.forEach(text => run(text))
    taken += performance.now() - start
    done += rounds * some.length
  }
  console.log(`| ${count} | ${(taken / done * 1000).toFixed(1)} |`)
}
