// The tag in its page: what the page gives it, where it goes, and what the browser may do with its boxes.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import da from '../../www/strings/da.js'
import nb from '../../www/strings/nb.js'
import { HUMAN_ACTION } from '../standins/boost.js'
import { inEachBrowser, policyOf } from './chat.js'
import { until } from './site.js'

const KIRI = '/policies/kommune-kiri.json'

inEachBrowser('the tag', ({ site, browser, citizen, server }) => {
  const begin = attributes => citizen.begin({ endpoint: server.address, lang: 'da', 'human-action': HUMAN_ACTION, ...attributes }, { servers: [server] })
  const commands = () => server.requests.map(it => it.body?.command)

  it('takes the policy as an object that was set before the element was known', async () => {
    await begin({ '.policy': KIRI })
    assert.equal(await citizen.run('return chat.policy.id'), 'kommune-kiri')
    // By this frameworks know that it's a property.
    assert.ok(await citizen.run('return "policy" in document.createElement("slor-chat")'))
    await citizen.say('Mit cpr er 010190-1234')
    assert.deepEqual(await citizen.text('.citizen .bubble p'), ['Mit cpr er [personnummer 1]'])
  })

  it('goes on with its talk when it is moved about in the page', async () => {
    await begin({ policy: '/policies/prokom.json', lang: 'nb' })
    await citizen.say('Hei')
    await citizen.run('document.querySelector("main").append(chat)')
    await citizen.say('Hei igjen')
    assert.deepEqual(await citizen.text('.citizen .bubble p'), ['Hei', 'Hei igjen'])
    assert.ok(!commands().includes('STOP'))
  })

  it('ends its talk when it is taken out, where nothing keeps it', async () => {
    await begin({ policy: '/policies/prokom.json', lang: 'nb' })
    await citizen.run('chat.remove()')
    await until({ run: async () => commands().includes('STOP') }, '')
  })

  it('begins no talk when it is taken out while it loads', async () => {
    await citizen.arrive({ policy: '/policies/prokom.json', endpoint: server.address, lang: 'nb' }, { servers: [server] })
    await citizen.run('window.chat = chat; chat.open().then(() => { window.opened = true }); chat.shadowRoot.querySelector(".launcher, slot") && setTimeout(() => chat.remove())')
    await until(browser, 'return window.opened')
    assert.deepEqual(commands(), [])
    assert.equal(await browser.run('return window.chat.state'), 'closed')
  })

  it('begins one talk when it is taken out while it loads, and opened again elsewhere', async () => {
    await citizen.arrive({ policy: KIRI, endpoint: server.address, lang: 'da' }, { servers: [server] })
    await citizen.run('chat.open(); setTimeout(() => { chat.remove(); setTimeout(() => { document.body.append(chat); chat.open(); window.again = true }) })')
    await until(browser, 'return window.again')
    await citizen.until('chat.state === "ready"')
    await citizen.say('Hej')
    await citizen.until('inside(".turn.bot").length > 1')
    assert.deepEqual(commands().filter(it => it === 'START'), ['START'])
    assert.equal((await citizen.text('.turn.bot')).length, 2)
  })

  it('asks for the adapter while the engine is on its way, and not behind it', async () => {
    let asked
    const adapter = new Promise(resolve => { asked = resolve })
    const engine = readFileSync(new URL('../../www/pkg/slor_bg.wasm', import.meta.url))
    site.breakWith(path => {
      if (path.endsWith('/adapters/boost.js')) asked()
      return path.endsWith('/slor_bg.wasm') ? { body: adapter.then(() => engine) } : undefined
    })
    await begin({ policy: KIRI })
    site.breakWith(undefined)
    assert.equal(await citizen.run('return chat.state'), 'ready')
  })

  it('leaves the page usable when it is closed under an open dialog', async () => {
    await begin({ policy: KIRI })
    await citizen.choose(da.chat.labels.metadata)
    await citizen.run('chat.close()')
    await citizen.until('!inside("dialog").length')
    assert.equal(await citizen.run('const { x, y } = document.querySelector("h1").getBoundingClientRect(); return document.elementFromPoint(x + 5, y + 5).localName'), 'h1')
  })

  it('shows that its talk has ended when the browser gives the page back', async t => {
    await begin({ policy: '/policies/prokom.json', lang: 'nb' })
    await citizen.run('window.stayed = true')
    await citizen.fill('#message', 'Jeg heter Maja')
    await browser.open(`${site.url}/tests/browser/page.html`)
    // The page goes away under the script, which some drivers take ill.
    await Promise.resolve(browser.run('history.back()')).catch(() => {})
    await until({ run: (...given) => browser.run(...given).catch(() => false) }, 'return document.querySelector("slor-chat")?.shadowRoot')
    if (!await browser.run('return window.stayed')) return t.skip('this browser loads it anew')
    await citizen.until('inside(".note").some(it => it.textContent === arguments[0])', nb.chat.ended)
    assert.deepEqual(await citizen.text('textarea'), [])
    await citizen.click('.composer .main', nb.chat.anew)
    await citizen.until('chat.state === "ready" && inside("#message").length')
    assert.equal(await citizen.run('return inside("#message")[0].value'), '', 'what was being written was left')
  })

  it('begins anew where a talk under another policy is kept', async () => {
    await begin({ policy: KIRI })
    await citizen.say('Hej')
    // The bot's answer may come later, and would be kept over it.
    await citizen.run('const kept = JSON.parse(sessionStorage.getItem("slor-chat")); sessionStorage.setItem("slor-chat", JSON.stringify({ ...kept, policy: "prokom" })); Storage.prototype.setItem = () => {}')
    await begin({ policy: KIRI })
    assert.deepEqual(await citizen.text('.citizen'), [])
    assert.equal(commands().filter(it => it === 'START').length, 2)
  })

  it('tells a screen reader nothing anew of a talk that it shows again', async () => {
    await begin({ policy: KIRI })
    await citizen.greet()
    await citizen.arrive({ policy: KIRI, endpoint: server.address, lang: 'da' }, { servers: [server] })
    // What counts is how the log stands when a turn comes into it.
    await citizen.run(`window.live = []
      const { insertBefore } = Node.prototype
      Node.prototype.insertBefore = function (node, next) {
        if (node.classList?.contains('turn')) window.live.push(this.getAttribute('aria-live'))
        return insertBefore.call(this, node, next)
      }`)
    await citizen.open()
    assert.deepEqual(await citizen.run('return window.live'), ['off', 'off', 'off'])
  })

  it('leaves Enter and Escape to a word that is being composed', async () => {
    await begin({ policy: KIRI })
    await citizen.fill('#message', 'Hej')
    const press = how => citizen.run('inside("#message")[0].dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, composed: true, ...arguments[0] }))', how)
    for (const key of ['Enter', 'Escape']) await press({ key, isComposing: true })
    await press({ key: 'Enter', keyCode: 229 })
    assert.deepEqual(await citizen.text('.citizen'), [])
    assert.equal(await citizen.run('return inside(".panel")[0].hidden'), false)
    await press({ key: 'Enter' })
    assert.deepEqual(await citizen.text('.citizen .bubble p'), ['Hej'])
  })

  it('has no box that the browser sends elsewhere to check or to complete', async () => {
    const policy = policyOf('cellbes')
    delete policy.handover.hours
    delete policy.handover.closed
    const answer = path => path.startsWith('/policies/') ? { body: JSON.stringify(policy) } : undefined
    await citizen.begin({ policy: '/policies/cellbes.json', platform: 'demo', lang: 'da' }, { answer })
    const watched = () => citizen.run('return inside("textarea, input:not([type])").map(it => ["autocomplete", "spellcheck", "writingsuggestions"].map(name => it.getAttribute(name)).join())')
    assert.deepEqual(await watched(), ['off,false,false'])
    await citizen.choose(da.chat.labels.feedback)
    assert.deepEqual(await watched(), ['off,false,false', 'off,false,false'])
    await citizen.closeDialog()
    await citizen.choose(da.chat.labels.person)
    // What the form asks for by name, the citizen's own browser may fill in.
    assert.deepEqual((await watched()).slice(1), ['off,false,false', 'email,false,false', 'off,false,false'])
  })
})
