// Lighthouse gives the demo's page with the chat all its points for accessibility: with the chat closed, open, and in use.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { snapshot } from 'lighthouse'
import { launch } from 'puppeteer-core'
import { startSite } from './site.js'

describe('the chat, for Lighthouse,', () => {
  let site
  let browser
  let page
  before(async () => {
    [site, browser] = await Promise.all([startSite(), launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })])
    page = await browser.newPage()
    await page.goto(`${site.url}/demo/chat.html`)
    await page.waitForFunction('document.querySelector("slor-chat")?.shadowRoot?.querySelector(".launcher.bottom_right")')
  })
  after(() => Promise.all([browser?.close(), site?.close()]))

  const inside = script => page.evaluate(`(async () => { const chat = document.querySelector('slor-chat'); const inside = it => chat.shadowRoot.querySelector(it); ${script} })()`)

  const states = {
    closed: '',
    open: 'await chat.open()',
    'in use': `const box = inside('#message')
      box.value = 'Mit cpr er 010190-1234'
      box.dispatchEvent(new Event('input'))
      inside('.found').open = true`,
    'with its menu': 'inside("[part=menu-button]").click()',
    'with a dialog': 'inside(".entries button").click()'
  }
  for (const [state, script] of Object.entries(states)) {
    it(`is without fault ${state}`, async () => {
      await inside(script)
      const { lhr } = await snapshot(page, { flags: { onlyCategories: ['accessibility'], logLevel: 'silent' } })
      const failed = Object.values(lhr.audits).filter(it => it.score !== null && it.score < 1).map(it => `${it.id}: ${JSON.stringify(it.details)}`)
      assert.deepEqual(failed, [])
      assert.equal(lhr.categories.accessibility.score, 1)
    })
  }
})
