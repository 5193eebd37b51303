// How long a citizen waits for the chat: from the first click, with nothing in the cache, until it takes a message.
// Prints medians in milliseconds and where they go, from this machine and as over a mobile network. `node tests/bench/open.js [policy]`
import { chromium } from 'playwright-core'
import { serve } from '../../www/build/serve.js'

const ROUNDS = 9
const policy = process.argv[2] ?? 'kommune-kiri'
const lang = { 'kommun-kim': 'sv', prokom: 'nb', migri: 'fi' }[policy] ?? 'da'

const site = await serve({ extra: { '/tests/': new URL('../', import.meta.url) } })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const address = `${site.url}/tests/browser/chat.html?${new URLSearchParams({ policy: `/policies/${policy}.json`, platform: 'demo', lang })}`

// A server that answers after 80 ms; what it sends is not packed here, so 40 Mbit/s stand for some 16.
const MOBILE = { offline: false, latency: 80, downloadThroughput: 5e6, uploadThroughput: 1e6 }

/** One visit in a browser that has seen nothing. With `hover`, the pointer is over the button a moment before. */
async function visit ({ hover, network }) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForFunction(() => document.querySelector('slor-chat')?.shadowRoot?.querySelector('.launcher.bottom_right'))
  if (network) {
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', network)
  }
  if (hover) {
    await page.mouse.move(5, 5)
    await page.locator('.launcher').hover()
    await page.waitForTimeout(300)
  }
  const times = await page.evaluate(async () => {
    const chat = document.querySelector('slor-chat')
    const clicked = performance.now()
    const seen = new Promise(resolve => window.requestAnimationFrame(() => window.requestAnimationFrame(resolve))).then(() => performance.now())
    await chat.open()
    const ready = performance.now()
    const files = performance.getEntriesByType('resource')
    const end = fits => Math.max(clicked, ...files.filter(it => fits(it.name)).map(it => it.responseEnd))
    const scripts = end(it => it.includes('/pkg/') && it.endsWith('.js'))
    const engine = end(it => it.endsWith('.wasm'))
    const packs = end(it => it.endsWith('.bin'))
    return { seen: await seen - clicked, scripts: scripts - clicked, engine: engine - clicked, packs: packs - clicked, ready: ready - clicked }
  })
  await context.close()
  return times
}

const WAYS = { 'clicked at once': {}, 'pointed at first': { hover: true }, 'clicked at once, mobile': { network: MOBILE } }

for (const [way, how] of Object.entries(WAYS)) {
  const visits = []
  for (let n = 0; n < ROUNDS; n++) visits.push(await visit(how))
  const median = key => visits.map(it => it[key]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)].toFixed(0)
  console.log(`${policy}, ${way}: ready after ${median('ready')} ms`)
  console.log(`  window seen ${median('seen')}, loader here ${median('scripts')}, engine here ${median('engine')}, packs here ${median('packs')}, ready ${median('ready')}`)
}
await browser.close()
await site.close()
