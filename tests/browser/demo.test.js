import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { CSP } from '../../www/build/serve.js'
import da from '../../www/strings/da.js'
import { browsers } from './browsers.js'
import { ask, startSite, until } from './site.js'

const MESSAGE = 'Hej 😀 mit CPR er 010190-1234, ring 12 34 56 78'
const SECRETS = ['010190-1234', '12 34 56 78']
const kiri = JSON.parse(readFileSync(new URL('../../policies/kommune-kiri.json', import.meta.url), 'utf8'))
const STATE = 'return document.documentElement.dataset.state'
const ready = `${STATE} === "ready"`
const failed = `${STATE} === "failed"`
const text = selector => `return document.querySelector("${selector}").innerText`

const faults = [
  ['the engine is not there', path => path === '/pkg/slor_bg.wasm' ? { status: 404, body: '' } : undefined],
  ['the policy is not there', path => path.startsWith('/policies/') ? { status: 404, body: '' } : undefined],
  ['the policy is wrong', path => path.startsWith('/policies/') ? { body: '{"slor": 1, "categorys": {}}' } : undefined],
  ['the page may not compile wasm', path => path === '/demo/' ? { headers: { 'content-security-policy': CSP.replace(" 'wasm-unsafe-eval'", '') } } : undefined]
]

for (const [name, start] of Object.entries(browsers)) {
  describe(`the demo in ${name}`, () => {
    let site
    let browser
    before(async () => { [site, browser] = await Promise.all([startSite(), start()]) })
    after(() => Promise.all([browser?.close(), site?.close()]))

    it('shows while typing what will be masked, and sends just what the engine gives', async () => {
      site.breakWith(undefined)
      const expected = await ask(browser, site, 'redact', 'kommune-kiri', MESSAGE)
      assert.ok(SECRETS.every(it => !expected.includes(it)))

      await browser.open(`${site.url}/demo/`)
      await until(browser, ready)
      await browser.run('const box = document.querySelector("#message"); box.value = arguments[0]; box.dispatchEvent(new Event("input"))', MESSAGE)
      assert.equal(await browser.run(text('#leaves')), expected)
      const marks = await browser.run('return [...document.querySelectorAll("#marked mark")].map(it => it.textContent)')
      assert.deepEqual(SECRETS.filter(it => !marks.includes(it)), [])
      assert.ok(await until(browser, `${text('#status')}.length`), 'a screen reader is told after a pause')

      await browser.click('#send')
      assert.equal(await browser.run(text('#sent li')), expected)
      const left = await browser.run('return document.body.innerText + document.querySelector("#message").value')
      assert.ok(SECRETS.every(it => !left.includes(it)), 'nothing of what was typed stays on the page')
    })

    it('marks as the keys come', async () => {
      await browser.open(`${site.url}/demo/`)
      await until(browser, ready)
      await browser.type('#message', 'cpr 010190-1234 tak')
      assert.ok(!(await browser.run(text('#leaves'))).includes('010190-1234'))
    })

    it('speaks the language that is chosen', async () => {
      for (const code of ['da', 'sv', 'nb', 'nn', 'fi', 'en']) {
        const strings = (await import(`../../www/strings/${code}.js`)).default
        await browser.run('const pick = document.querySelector("#language"); pick.value = arguments[0]; pick.dispatchEvent(new Event("change"))', code)
        await until(browser, `${text('h1')} === arguments[0]`, strings.demo.title)
        assert.equal(await browser.run('return document.documentElement.lang'), code)
        assert.deepEqual(Object.keys(strings.categories), Object.keys(da.categories))
        assert.deepEqual(Object.keys(strings.demo), Object.keys(da.demo))
      }
    })

    it('asks nobody but its own server', async () => {
      const hosts = await browser.run('return [...new Set(performance.getEntriesByType("resource").map(it => new URL(it.name).host))]')
      assert.deepEqual(hosts, [new URL(site.url).host])
    })

    it('stores nothing', async () => {
      assert.deepEqual(await browser.run('return [document.cookie, localStorage.length, sessionStorage.length]'), ['', 0, 0])
    })

    it('has a page with the whole chat, which sends nothing', async () => {
      site.breakWith(undefined)
      await browser.open(`${site.url}/demo/chat.html`)
      await until(browser, 'return document.querySelector("slor-chat")?.shadowRoot?.querySelector(".launcher")')
      await browser.run('document.querySelector("slor-chat").open()')
      await until(browser, 'return document.querySelector("slor-chat").state === "ready"')
      const hosts = await browser.run('return [...new Set(performance.getEntriesByType("resource").map(it => new URL(it.name).host))]')
      assert.deepEqual(hosts, [new URL(site.url).host])
    })

    for (const [what, answer] of faults) {
      it(`says so, shows another way, and sends nothing when ${what}`, async () => {
        site.breakWith(answer)
        await browser.open(`${site.url}/demo/`)
        await until(browser, failed)
        const shown = await browser.run(text('[role=alert]'))
        const ways = kiri.other_ways.map(it => it.value)
        assert.ok(shown.includes(da.failed.title) && shown.includes(da.failed.text))
        assert.ok(shown.includes(da.failed.contact) || ways.every(it => shown.includes(it)))
        assert.deepEqual(await browser.run('return ["message", "send", "example"].map(id => document.getElementById(id).disabled)'), [true, true, true])
        assert.equal(await browser.run(text('#leaves')), '')
      })
    }
  })
}
