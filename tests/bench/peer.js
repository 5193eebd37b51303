// Prints the messages a second of one of peers.js. Usage: peer.js NAME CORPUS-FOLDER
import { messages } from './messages.js'
import { peers } from './peers.js'

const ROUNDS = 5
const ROUND_MS = 600

const [name, folder] = process.argv.slice(2)
const texts = messages(folder)
const run = await peers[name]()

const rates = []
for (let round = 0; round <= ROUNDS; round++) rates.push(await oneRound())
// The first one warms up.
console.log(rates.slice(1).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)])

async function oneRound () {
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
