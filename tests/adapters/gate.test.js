import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { RedactedText } from '../../www/node.js'
import { BoostChat, DemoChat, HttpChat, KindlyChat } from '../../www/adapters/index.js'
import { Gate, Metadata } from '../../www/adapters/gate.js'
import { failsWith, masker, policyOf } from './support.js'

const RAW = 'Mit CPR er 010190-1234'
const prokom = policyOf('prokom')
const realFetch = globalThis.fetch
const fetched = []
let engine
let gate

before(async () => {
  engine = await masker(prokom)
  globalThis.fetch = async (url, options) => {
    fetched.push({ url, options })
    return new Response('{}')
  }
  gate = new Gate({ address: 'https://bot.example/chat', words: ['text', 'talks', 'id'], language: 'nb', policy: prokom })
})

after(() => { globalThis.fetch = realFetch })

describe('the gate', () => {
  const lie = Object.create(RedactedText.prototype)
  const refused = {
    'a string': RAW,
    'a number': 101901234,
    'a big number': 101901234n,
    'a String object': Object(RAW),
    'an object that claims to be redacted': { toString: () => RAW, findings: [] },
    'an object with the prototype of a redacted text': lie,
    'an object that writes itself as JSON': { toJSON: () => RAW },
    'a key': { [RAW]: true },
    'something deep': { text: [{ text: { id: RAW } }] },
    'a symbol': Symbol('text'),
    'a function': () => RAW,
    'a date': new Date(),
    bytes: new TextEncoder().encode(RAW),
    'a file': new Blob([RAW]),
    'a form': new FormData(),
    'search parameters': new URLSearchParams({ text: RAW }),
    'a map': new Map([['text', RAW]])
  }
  for (const [what, value] of Object.entries(refused)) {
    it(`lets no request begin with ${what}`, async () => {
      await assert.rejects(gate.request({ body: value }), failsWith('refused'))
      await assert.rejects(gate.request({ body: { text: value } }), failsWith('refused'))
      await assert.rejects(gate.request({ path: [value] }), failsWith('refused'))
      await assert.rejects(gate.request({ query: { id: value } }), failsWith('refused'))
      await assert.rejects(gate.request({ headers: { id: value } }), failsWith('refused'))
      assert.equal(fetched.length, 0)
    })
  }

  it('takes no preview for a redacted text', async () => {
    const { load } = await import('../../www/node.js')
    const talk = (await load({ policy: prokom })).conversation()
    await assert.rejects(gate.request({ body: { text: talk.preview(RAW) } }), failsWith('refused'))
    assert.equal(fetched.length, 0)
  })

  it('puts not even a redacted text in an address or a header', async () => {
    const text = engine.mask(RAW)
    await assert.rejects(gate.request({ path: [text] }), failsWith('refused'))
    await assert.rejects(gate.request({ query: { id: text } }), failsWith('refused'))
    await assert.rejects(gate.request({ headers: { id: text } }), failsWith('refused'))
    assert.equal(fetched.length, 0)
  })

  it('lets redacted texts and known values pass, and says as little as it can', async () => {
    const text = engine.mask(RAW)
    gate.issue('t-1')
    await gate.request({ path: ['talks', 't-1'], query: { id: 't-1' }, body: { text, id: 't-1' } })
    const { url, options } = fetched.pop()
    assert.equal(url.href, 'https://bot.example/chat/talks/t-1?id=t-1')
    assert.deepEqual(JSON.parse(options.body), { text: String(text), id: 't-1' })
    const { credentials, referrerPolicy, cache, redirect, headers } = options
    assert.deepEqual({ credentials, referrerPolicy, cache, redirect }, { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'error' })
    assert.deepEqual(headers, { accept: 'application/json, text/plain', 'accept-language': 'nb', 'content-type': 'application/json' })
  })

  it('takes only what can be an id for one', () => {
    for (const id of ['med mellomrom', '', 'å', 'x'.repeat(513), 'a\nb', 1.5, NaN, {}, null]) assert.equal(gate.issue(id), undefined)
    assert.throws(() => gate.admit('med mellomrom'), failsWith('refused'))
  })

  it('lets nothing pass once it is closed', async () => {
    const closed = new Gate({ address: 'https://bot.example/', words: ['text'], language: 'nb', policy: prokom })
    closed.close()
    await assert.rejects(closed.request({ body: { text: engine.mask(RAW) } }))
    assert.equal(fetched.length, 0)
  })
})

describe('the metadata record', () => {
  const record = { time: '2026-03-02T08:00Z', device: 'phone', browser: 'Firefox 145' }

  it('passes with what the policy lists', () => {
    const page = engine.mask('https://kommune.example/helse?fnr=01019012345')
    assert.deepEqual(gate.admit(new Metadata({ ...record, page })), { ...record, page: String(page) })
  })

  const more = {
    'a field that the policy does not list': { time_zone: 'Europe/Oslo' },
    'an address that is not redacted': { page: 'https://kommune.example/' },
    'a time to the second': { time: '2026-03-02T08:00:12Z' },
    'a device that the policy does not tell apart': { device: 'handheld' },
    'a whole user agent': { browser: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' },
    'a number': { time: 1772438400 }
  }
  for (const [what, fields] of Object.entries(more)) {
    it(`is refused with ${what}`, () => assert.throws(() => gate.admit(new Metadata({ ...record, ...fields })), failsWith('refused')))
  }

  it('of a deleted talk has what the policy leaves, and the topic only as redacted', () => {
    const left = { time: '2026-03-02T08:00Z', topic: engine.mask('Sykepenger') }
    assert.deepEqual(gate.admit(new Metadata(left, true)), { time: left.time, topic: String(left.topic) })
    assert.throws(() => gate.admit(new Metadata({ ...left, topic: 'Sykepenger' }, true)), failsWith('refused'))
    assert.throws(() => gate.admit(new Metadata({ browser: 'Firefox 145' }, true)), failsWith('refused'))
    assert.throws(() => gate.admit(new Metadata(left)), failsWith('refused'), 'the policy does not record a topic of a talk that just ends')
  })

  it('is refused under a policy that records nothing', () => {
    const strict = new Gate({ address: 'https://bot.example/', words: [], language: 'da', policy: policyOf('cellbes') })
    assert.throws(() => strict.admit(new Metadata({ time: '2026-03-02' })), failsWith('refused'))
  })
})

describe('every adapter', () => {
  it('refuses addresses without https, with credentials, and languages that the policy does not speak', async () => {
    for (const options of [{ address: 'http://bot.example/' }, { address: 'https://me:secret@bot.example/' }, { address: 'data:text/plain,x' }, { address: 'https://bot.example/', language: 'fr' }]) {
      for (const Adapter of [BoostChat, HttpChat]) await assert.rejects(new Adapter({ policy: prokom, ...options }).start(), failsWith('usage'))
    }
    await assert.rejects(new KindlyChat({ policy: prokom, address: 'https://bot.example/' }).start(), failsWith('usage'))
    assert.throws(() => new BoostChat({ address: 'https://bot.example/' }), failsWith('usage'))
  })

  it('is in the package, with its types', () => {
    const root = new URL('../../www/', import.meta.url)
    const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
    const entries = Object.entries(exports).filter(([name]) => name.startsWith('./adapters'))
    assert.equal(entries.length, 5)
    for (const [, paths] of entries) for (const path of Object.values(paths)) assert.ok(existsSync(new URL(path, root)), path)
  })

  it('reaches servers through the gate alone', () => {
    const folder = new URL('../../www/adapters/', import.meta.url)
    for (const name of readdirSync(folder).filter(it => it.endsWith('.js') && it !== 'gate.js')) {
      const code = readFileSync(new URL(name, folder), 'utf8').replace(/\/\*[^]*?\*\/|\/\/ .*/g, '')
      assert.ok(!/\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import)\s*\(|\b(document|navigator|localStorage|sessionStorage|innerHTML|Intl)\b/.test(code), name)
    }
  })
})

describe('the demo', () => {
  it('talks without a server, and shows what one would have got', async () => {
    const chat = new DemoChat({ policy: prokom, pace: 1 })
    const texts = []
    chat.addEventListener('message', event => texts.push(event.detail.text))
    await chat.start()
    await assert.rejects(chat.send(RAW), failsWith('refused'))
    await chat.send(engine.mask(RAW))
    assert.ok(texts.at(-1).endsWith(String(engine.mask(RAW))))
    await chat.chooseLink('human')
    assert.equal(chat.state.speaker, 'queue')
    await new Promise(resolve => setTimeout(resolve, 30))
    assert.equal(chat.state.speaker, 'agent')
    await chat.end({ time: '2026-03-02T08:00Z' })
    assert.equal(chat.state.phase, 'closed')
    assert.equal(fetched.length, 0)
  })
})
