// Whatever goes wrong: nothing is sent unmasked, the citizen is told in their language, and gets another way to reach someone.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { CSP } from '../../www/build/serve.js'
import da from '../../www/strings/da.js'
import en from '../../www/strings/en.js'
import sv from '../../www/strings/sv.js'
import { HUMAN_ACTION, startBoost } from '../standins/boost.js'
import { BOT_KEY, startKindly } from '../standins/kindly.js'
import { assertGone, inEachBrowser, PAGE, policyOf, received } from './chat.js'
import { until } from './site.js'

const POLICY = '/policies/kommune-kiri.json'
const WASM = '/pkg/slor_bg.wasm'
const kiri = policyOf('kommune-kiri')
const wasm = readFileSync(new URL(`../../www${WASM}`, import.meta.url))
const changed = Buffer.from(wasm)
changed[changed.length - 1] ^= 1
const FALLBACK = 'Ring til kommunen: 70 00 00 00'
const SECRET = '010190-1234'

const only = (wanted, answer) => path => path === wanted ? answer : undefined
const never = { body: new Promise(() => {}) }

// What is wrong, how the server does it, the code that the page is told, and whether the policy is at hand.
const FAULTS = [
  ['an engine that is not there', only(WASM, { status: 404, body: '' }), 'engine', true],
  ['an engine that was changed', only(WASM, { body: changed }), 'engine', true],
  ['an error page in place of the engine', only(WASM, { body: '<!doctype html>', headers: { 'content-type': 'text/html' } }), 'engine', true],
  ['an engine that never comes', only(WASM, never), 'timeout', true],
  ['a loader that is not there', only('/index.js', { status: 404, body: '' }), 'engine', true],
  ['an adapter that never comes', only('/adapters/boost.js', never), 'timeout', true],
  ['a language pack that is not there', only('/pkg/terms-da.bin', { status: 404, body: '' }), 'pack', true],
  ['a language pack that was changed', only('/pkg/terms-da.bin', { body: 'not a pack' }), 'pack', true],
  ['a page that may not compile wasm', only(PAGE, { headers: { 'content-security-policy': CSP.replace(" 'wasm-unsafe-eval'", '') } }), 'csp', true],
  ['a policy that is not there', only(POLICY, { status: 404, body: '{"slor": 1}' }), 'policy', false],
  ['a policy that never comes', only(POLICY, never), 'timeout', false],
  ['an error page in place of the policy', only(POLICY, { body: '<!doctype html>' }), 'policy', false],
  ['a policy with a misspelt key', only(POLICY, { body: JSON.stringify({ ...kiri, categorys: {} }) }), 'policy', true],
  ['a policy that lacks almost everything', only(POLICY, { body: '{"slor": 1}' }), 'policy', false]
]

inEachBrowser('the chat, when things go wrong,', ({ name, browser, citizen, server }) => {
  const here = () => ({ policy: POLICY, endpoint: server.address, lang: 'da', timeout: 1500 })

  /** The citizen is told, and can neither write nor send. */
  async function isTold (strings, hasPolicy, ways = kiri.other_ways) {
    const [shown] = await citizen.text('[role=alert]')
    assert.ok(shown.includes(strings.failed.title) && shown.includes(strings.failed.text), shown)
    if (hasPolicy) for (const { value } of ways) assert.ok(shown.includes(value), value)
    assert.ok(await citizen.run('return document.querySelector("slor-chat > p").checkVisibility()'), 'what stands inside of the tag is shown')
    assert.equal(await citizen.run('return document.querySelector("slor-chat > p").textContent'), FALLBACK)
    assert.deepEqual(await citizen.text('textarea, .send'), [])
  }

  for (const [what, answer, code, hasPolicy] of FAULTS) {
    it(`refuses ${what}`, async () => {
      const before = server.requests.length
      await citizen.arrive(here(), { servers: [server], answer })
      await citizen.open()
      assert.equal(await citizen.run('return chat.state'), 'failed')
      await isTold(da, hasPolicy)
      // WebKit takes WebAssembly away from a page that may not compile.
      const told = name === 'WebKit' && code === 'csp' ? 'engine' : code
      assert.deepEqual(await citizen.run('return window.happened.at(-1)'), ['failed', { code: told }])
      assert.equal(server.requests.length, before, 'nothing was sent')
    })
  }

  it('shows what stands inside of the tag where even the words are missing', async () => {
    await citizen.arrive(here(), { servers: [server], answer: only('/strings/da.js', { status: 404, body: '' }) })
    assert.ok(await citizen.run('return document.querySelector("slor-chat > p").checkVisibility()'))
    assert.deepEqual(await citizen.run('return [chat.state, window.happened]'), ['failed', [['failed', { code: 'engine' }]]], 'the page is told')
  })

  it('speaks the language of the citizen', async () => {
    await citizen.arrive({ ...here(), policy: '/policies/kommun-kim.json', lang: 'sv' }, { servers: [server], answer: only(WASM, { status: 404, body: '' }) })
    await citizen.open()
    await isTold(sv, true, policyOf('kommun-kim').other_ways)
  })

  // Mistakes of whoever builds the page: the tag's attributes, and what the console says of them.
  for (const [what, attributes, said] of [
    ['a platform that there is none of', { platform: 'bost' }, /platform is one of boost, kindly, http, demo/],
    ['an endpoint that is missing', { endpoint: undefined }, /endpoint/],
    ['an endpoint that is empty', { endpoint: '' }, /endpoint/],
    ['a key that is missing', { platform: 'kindly' }, /key/]
  ]) {
    it(`says to the web team that it has ${what}, and sends nothing`, async () => {
      const before = server.requests.length
      const asked = []
      await citizen.arrive({ ...here(), ...attributes }, { servers: [server], answer: path => { asked.push(path); return undefined } })
      await citizen.open()
      assert.deepEqual(await citizen.run('return window.happened.at(-1)'), ['failed', { code: 'usage' }])
      const [shown] = await citizen.text('[role=alert]')
      assert.ok(shown.includes(da.chat.offline) && kiri.other_ways.every(it => shown.includes(it.value)), shown)
      const logged = await citizen.run('return window.logged')
      assert.equal(logged.length, 1, String(logged))
      assert.match(logged[0], /^slor-chat: /)
      assert.match(logged[0], said)
      assert.equal(server.requests.length, before)
      assert.ok(!asked.includes('/undefined') && !asked.includes('/tests/browser/undefined'), 'nor to the page')
    })
  }

  it('says to the web team what the policy offers and the platform does not, and goes on', async t => {
    const [boost, kindly] = [await startBoost({ deletes: false }), await startKindly()]
    t.after(() => Promise.all([boost.close(), kindly.close()]))
    const warned = key => [`slor-chat: the policy offers ${key}, the set-up of the platform does not`]
    await citizen.begin({ ...here(), endpoint: boost.address }, { servers: [boost] })
    assert.deepEqual(await citizen.run('return window.logged'), warned('deletion'))
    const cellbes = { policy: '/policies/cellbes.json', endpoint: kindly.address, lang: 'da', 'bot-key': BOT_KEY }
    await citizen.begin(cellbes, { servers: [kindly] })
    assert.deepEqual(await citizen.run('return window.logged'), warned('handover'))
    await citizen.begin({ ...cellbes, 'human-exchange': 'kundeservice' }, { servers: [kindly] })
    assert.deepEqual(await citizen.run('return window.logged'), [])
  })

  for (const [what, { attributes, answer, server: broken }, said] of [
    ['the folder of the engine', { attributes: { base: '/nowhere/' } }, /the redaction engine could not be loaded/],
    ['a language pack of another version', { answer: only('/pkg/terms-da.bin', { body: 'old' }) }, /the language pack terms-da could not be loaded/],
    ['modules of two versions', { answer: only('/redactor.js', { body: 'export const other = 1' }) }, /slor-chat: SyntaxError/],
    ['a policy with a comma too many', { answer: only(POLICY, { body: JSON.stringify(kiri).replace(/}$/, ',}') }) }, /the policy is no JSON, or not complete: SyntaxError/],
    ['a chat server that answers with a page', { server: () => ({ body: '<!doctype html>' }) }, /something else than the protocol says/]
  ]) {
    it(`says to the web team what is wrong with ${what}`, async () => {
      server.breakWith(broken)
      await citizen.arrive({ ...here(), ...attributes }, { servers: [server], answer })
      await citizen.open()
      assert.equal(await citizen.run('return chat.state'), 'failed')
      const logged = await citizen.run('return window.logged')
      assert.equal(logged.length, 1, String(logged))
      assert.match(logged[0], said)
    })
  }

  it('says that it gets ready until the chat server has answered', async () => {
    server.breakWith(it => it.text.includes('"START"') ? 'hang' : undefined)
    await citizen.arrive(here(), { servers: [server] })
    await citizen.click('.launcher')
    await citizen.until('inside("#machine").length')
    assert.deepEqual(await citizen.text('.composer'), [da.chat.loading])
  })

  for (const [what, file, strings, hasPolicy] of [['the adapter', '/adapters/boost.js', da, true], ["the policy's language", '/strings/da.js', en, false]]) {
    it(`asks for another page after the module of ${what} could not be had, which browsers remember`, async () => {
      let broken = true
      const lang = strings === da ? 'da' : 'en'
      await citizen.arrive({ ...here(), lang }, { servers: [server], answer: path => broken && path === file ? { status: 503, body: '' } : undefined })
      await citizen.open()
      assert.equal(await citizen.run('return chat.state'), 'failed')
      await isTold(strings, hasPolicy)
      broken = false
      await citizen.run('window.happened = undefined')
      // Not in the click itself, which would wait for a page that goes away.
      await citizen.run('const [[again], label] = [inside(".failure button"), arguments[0]]; if (again.textContent === label) setTimeout(() => again.click())', strings.chat.reload)
      const meanwhile = { run: (...given) => browser.run(...given).catch(() => false) }
      await until(meanwhile, 'return window.happened && document.querySelector("slor-chat")?.shadowRoot?.querySelector(".launcher, slot")')
      await citizen.open()
      assert.equal(await citizen.run('return chat.state'), 'ready')
    })
  }

  it('tries a policy again that could not be reached', async () => {
    await citizen.arrive({ ...here(), policy: `http://localhost:1${POLICY}` }, { servers: [server] })
    await citizen.open()
    assert.deepEqual(await citizen.run('return window.happened.at(-1)'), ['failed', { code: 'policy' }])
    await citizen.run('chat.setAttribute("policy", arguments[0])', POLICY)
    await citizen.click('.failure button', da.chat.retry)
    await citizen.until('chat.state === "ready"')
  })

  it('works after a second try', async () => {
    let broken = true
    await citizen.arrive(here(), { servers: [server], answer: path => broken && path.endsWith('.json') ? { status: 500, body: '' } : undefined })
    await citizen.open()
    assert.equal(await citizen.run('return chat.state'), 'failed')
    broken = false
    await citizen.click('.failure button', da.chat.retry)
    await citizen.until('chat.state === "ready"')
    await citizen.say(`Mit cpr er ${SECRET}`)
    assertGone([SECRET], received(server), 'the server')
  })

  it('stops for good when the engine traps in the middle, and sends nothing more', async () => {
    await citizen.begin(here(), { servers: [server] })
    await citizen.greet()
    await citizen.prepareRuin()
    const before = server.requests.length
    // In one go, for the chat asks the engine of its own accord too when its server says something.
    await citizen.run('window.ruin(); const [box] = inside("#message"); box.value = arguments[0]; box.dispatchEvent(new Event("input"))', `Mit cpr er ${SECRET}`)
    await citizen.until('chat.state === "failed"')
    await isTold(da, true)
    assert.deepEqual(await citizen.text('.failure button'), [da.chat.reload, 'Slet samtalen'], 'only another page helps')
    assert.equal(server.requests.length, before)
    assertGone([SECRET], await citizen.traces(), 'the page')
  })

  it('gives up when the engine traps under a download', async () => {
    const policy = { ...kiri, download: { offered: true } }
    await citizen.begin(here(), { servers: [server], answer: only(POLICY, { body: JSON.stringify(policy) }) })
    await citizen.greet()
    await citizen.choose(da.chat.labels.download)
    await citizen.prepareRuin()
    await citizen.run('window.ruin(); inside("dialog .main")[0].click()')
    await citizen.until('chat.state === "failed" && !inside("dialog").length')
    await isTold(da, true)
    assert.deepEqual(await citizen.run('return window.logged'), [])
  })

  it('refuses a message in a script that the engine does not read', async () => {
    await citizen.begin(here(), { servers: [server] })
    await citizen.fill('#message', 'Здравствуйте, меня зовут Иван, мой номер телефона такой')
    assert.deepEqual(await citizen.text('#problem'), [da.unread])
    await citizen.click('.composer button', da.chat.ways)
    assert.ok((await citizen.text('dialog'))[0].includes(kiri.other_ways[0].value))
    assert.equal(await citizen.run('return inside(".send")[0].disabled'), true)
  })

  it('refuses files', async () => {
    await citizen.begin(here(), { servers: [server] })
    await citizen.run(`const data = new DataTransfer()
      data.items.add(new File(['x'], '${SECRET}.txt'))
      inside('#message')[0].dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      inside('#message')[0].dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))`)
    assert.deepEqual(await citizen.text('#problem'), [da.chat.noFiles])
    assertGone([SECRET], received(server), 'the server')
  })

  it('says when the chat server is not there, with another way', async () => {
    server.breakWith(() => 'drop')
    await citizen.arrive(here(), { servers: [server] })
    await citizen.open()
    assert.equal(await citizen.run('return chat.state'), 'failed')
    const [shown] = await citizen.text('[role=alert]')
    assert.ok(shown.includes(da.chat.offline) && kiri.other_ways.every(it => shown.includes(it.value)))
    assert.deepEqual(await citizen.run('return window.happened'), [['open', null], ['failed', { code: 'network' }]], 'what never began has not ended')
  })

  it('says that no answer has come, and shows it when it comes late', async t => {
    const kindly = await startKindly()
    t.after(() => kindly.close())
    const cellbes = { policy: '/policies/cellbes.json', endpoint: kindly.address, lang: 'da', 'bot-key': BOT_KEY }
    await citizen.begin(cellbes, { servers: [kindly] })
    await citizen.until('inside(".turn.bot").length')
    // Half a minute goes by in less; only the deadline of a request stays what it is.
    await citizen.run('const { setTimeout } = window; window.setTimeout = (run, after = 0) => setTimeout(run, after === 15_000 ? after : after / 100)')
    kindly.breakWith(it => it.path.endsWith('/message/') ? { body: { id: 'm-slow' } } : undefined)
    await citizen.say('Hvor er min pakke?')
    const standing = 'inside(".standing")[0]'
    await citizen.until(`${standing}.checkVisibility() && ${standing}.textContent.includes(arguments[0])`, da.chat.late)
    const [note] = (await citizen.text('.note')).slice(-1)
    assert.ok(note.includes(da.chat.late) && policyOf('cellbes').other_ways.every(it => note.includes(it.value)), note)
    const asked = kindly.requests.length
    await citizen.click('.standing button', da.chat.retry)
    await until({ run: async () => kindly.requests.length > asked }, 'it is asked for')
    kindly.botSays('Den er på vej.')
    await citizen.until('inside(".turn.bot").length === 2')
    await citizen.until(`!${standing}.checkVisibility()`)
  })

  it('says when a message did not go, and sends it again only when asked', async () => {
    await citizen.begin(here(), { servers: [server] })
    const posts = () => server.requests.filter(it => it.text.includes('"POST"')).map(it => it.body.value)
    const before = posts().length
    server.breakWith(it => it.text.includes('"POST"') ? { status: 429, body: {} } : undefined)
    await citizen.say(`Mit cpr er ${SECRET}`)
    await citizen.until('inside(".delivery")[0]?.textContent.includes(arguments[0])', da.chat.notSent)
    const [told] = await citizen.text('.delivery')
    for (const { value } of kiri.other_ways) assert.ok(told.includes(value), 'another way comes with every message that did not go')
    assert.equal(await citizen.run('return window.happened.some(it => it[0] === "sent")'), false)
    assert.equal(posts().length, before + 1)
    server.breakWith(undefined)
    await citizen.click('.delivery button', da.chat.again)
    await until({ run: async () => posts().length > before + 1 }, '')
    await citizen.until('!inside(".delivery").length')
    assert.deepEqual(posts().slice(before), Array(2).fill('Mit cpr er [personnummer 1]'))
  })

  for (const [how, fault] of [['breaks', { status: 502, body: {} }], ['loses the answer', 'lose'], ['answers with a page', { body: '<!doctype html>' }]]) {
    it(`says that nobody knows whether a message arrived when the server ${how}`, async () => {
      await citizen.begin(here(), { servers: [server] })
      server.breakWith(it => it.text.includes('"POST"') ? fault : undefined)
      await citizen.say('Hej')
      await citizen.until('inside(".delivery .problem").length')
      assert.deepEqual(await citizen.text('.delivery .problem'), [da.chat.uncertain])
      server.breakWith(undefined)
      await citizen.click('.delivery button', da.chat.again)
      await citizen.until('!inside(".delivery").length && inside(".turn.bot").length === 2')
    })
  }

  it('can be used on while the policy is slow, and is told meanwhile', async () => {
    let come
    const late = new Promise(resolve => { come = resolve })
    await citizen.arrive({ ...here(), timeout: 10_000 }, { servers: [server], answer: only(POLICY, { body: late }) })
    await citizen.click('.launcher')
    await citizen.until('inside(".panel")[0].checkVisibility() && inside("[role=status]").some(it => it.textContent === arguments[0])', da.chat.loading)
    come(JSON.stringify(kiri))
    await citizen.until('chat.state === "ready"')
    assert.equal(await citizen.run('return chat.shadowRoot.activeElement.id'), 'message')
  })

  it('keeps the talk of a tab whose server is away for a moment', async () => {
    await citizen.begin(here(), { servers: [server] })
    await citizen.greet()
    server.breakWith(() => 'drop')
    await citizen.arrive(here(), { servers: [server] })
    await citizen.open()
    assert.equal(await citizen.run('return chat.state'), 'failed')
    server.breakWith(undefined)
    await citizen.click('.failure button', da.chat.retry)
    await citizen.until('chat.state === "ready"')
    assert.deepEqual(await citizen.text('.citizen .bubble p'), ['Hej'])
    assert.equal(await citizen.run('return chat.shadowRoot.activeElement.id'), 'message', 'the focus is where it was')
  })

  it('tells whoever waits for a person that the server is silent', async () => {
    await citizen.begin({ ...here(), 'human-action': HUMAN_ACTION }, { servers: [server] })
    await citizen.say('Hej')
    await citizen.click('.links button', 'Tal med et menneske')
    await citizen.until('inside(".standing")[0].textContent.includes(arguments[0])', da.chat.queue.waiting)
    server.breakWith(() => 'drop')
    await citizen.until('inside(".standing")[0].textContent.includes(arguments[0])', da.chat.offline)
    assert.ok((await citizen.text('.note')).at(-1).includes(kiri.other_ways[0].value))
    const said = 'inside(".note").at(-1).textContent === arguments[0]'
    assert.equal(await citizen.run(`return ${said}`, da.chat.offline), false)
    await citizen.click('.standing button', da.chat.retry)
    await citizen.until(said, da.chat.offline)
    server.breakWith(undefined)
    await citizen.click('.standing button', da.chat.retry)
    await citizen.until('inside(".standing")[0].textContent.includes(arguments[0])', da.chat.queue.waiting)
    await citizen.until(said, da.chat.back)
  })
})
