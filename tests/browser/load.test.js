import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { CSP } from '../../www/build/serve.js'
import { browsers } from './browsers.js'
import { ask, startSite } from './site.js'

const WASM = '/pkg/slor_bg.wasm'
const POLICY = '/tests/policies/everything.json'
const wasm = readFileSync(new URL('../../www/pkg/slor_bg.wasm', import.meta.url))
const changed = Buffer.from(wasm)
changed[changed.length - 1] ^= 1

const PACK = '/pkg/terms-da.bin'
const cases = readdirSync(new URL('../cases/', import.meta.url)).filter(name => name.endsWith('.txt'))

const only = (wanted, answer) => path => path === wanted ? answer : undefined

// What is wrong, how the server does it, and the code that the page is told.
const faults = [
  ['an engine that is not there', only(WASM, { status: 404, body: '' }), 'engine'],
  ['an engine that was changed', only(WASM, { body: changed }), 'engine'],
  ['an error page in place of the engine', only(WASM, { body: '<!doctype html>', headers: { 'content-type': 'text/html' } }), 'engine'],
  ['a policy that is not there', only(POLICY, { status: 404, body: '{"slor": 1}' }), 'policy'],
  ['a policy with a misspelt key', only(POLICY, { body: '{"slor": 1, "categorys": {}}' }), 'policy'],
  ['an error page in place of the policy', only(POLICY, { body: '<!doctype html>' }), 'policy'],
  ['a page that may not compile wasm', only('/tests/browser/page.html', { headers: { 'content-security-policy': CSP.replace(" 'wasm-unsafe-eval'", '') } }), 'csp'],
  ['a language pack that is not there', only(PACK, { status: 404, body: '' }), 'pack'],
  ['a language pack that was changed', only(PACK, { body: 'not a pack' }), 'pack']
]

for (const [name, start] of Object.entries(browsers)) {
  describe(`load in ${name}`, () => {
    let site
    let browser
    before(async () => { [site, browser] = await Promise.all([startSite(), start()]) })
    after(() => Promise.all([browser?.close(), site?.close()]))

    const attempt = () => ask(browser, site, 'attempt', { policy: POLICY })

    it('redacts', async () => {
      site.breakWith(undefined)
      assert.deepEqual(await attempt(), { redacted: true, leaks: false, code: null })
    })

    it('works where the server does not know the type of wasm', async () => {
      site.breakWith(only(WASM, { headers: { 'content-type': 'application/octet-stream' } }))
      assert.deepEqual(await attempt(), { redacted: true, leaks: false, code: null })
    })

    for (const [what, answer, code] of faults) {
      it(`refuses ${what}`, async () => {
        site.breakWith(answer)
        // WebKit takes WebAssembly away from a page that may not compile.
        const told = name === 'WebKit' && code === 'csp' ? 'engine' : code
        assert.deepEqual(await attempt(), { redacted: false, leaks: false, code: told })
      })
    }

    it('does not wait for ever', async () => {
      site.breakWith(undefined)
      const result = await ask(browser, site, 'attempt', { policy: `${POLICY}?slow`, timeout: 1 })
      assert.deepEqual(result, { redacted: false, leaks: false, code: 'timeout' })
    })

    it('leads from a notice to nothing but https', async () => {
      for (const [url, href] of [['https://example.org/', 'https://example.org/'], ['javascript:void 0', null], ['http://example.org/', null]]) {
        assert.deepEqual(await ask(browser, site, 'leads', url), ['her', href])
      }
    })

    for (const file of cases) {
      it(`gives back ${file} as marked`, async () => {
        site.breakWith(undefined)
        assert.deepEqual(await ask(browser, site, 'cases', file), [])
      })
    }
  })
}
