// Loads the engine over and over in three windows of a browser at once, and says how often it did not come up or found something else.
// Usage: stress.js BROWSER SECONDS
import { browsers } from './browsers.js'
import { ask, startSite } from './site.js'

const [name, seconds] = process.argv.slice(2)
const end = Date.now() + Number(seconds) * 1000
const site = await startSite()
const files = ['nn.txt', 'en.txt', 'fi.txt', 'da.txt']
let loads = 0
const faults = []

await Promise.all([1, 2, 3].map(async () => {
  const browser = await browsers[name]()
  while (Date.now() < end) {
    const start = Date.now()
    loads += 1
    try {
      const differences = await ask(browser, site, 'cases', files[loads % files.length])
      if (differences.length) faults.push(`${differences.length} cases differ`)
    } catch (error) {
      faults.push(`${error.message}, after ${Date.now() - start} ms`)
    }
  }
  await browser.close()
}))
await site.close()

console.log(`${loads} loads in ${name}, ${faults.length} faults`)
for (const fault of faults) console.log(fault)
