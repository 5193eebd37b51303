// What goes wrong between a page and a server, for each protocol: told, without a word of the citizen, and never sent twice.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { BoostChat, HttpChat, KindlyChat } from '../../www/adapters/index.js'
import { startBoost } from '../standins/boost.js'
import { startHttp } from '../standins/http.js'
import { BOT_KEY, startKindly } from '../standins/kindly.js'
import { SECRETS, assertMasked, failsWith, listen, masker, policyOf } from './support.js'

const policy = policyOf('kommune-kiri')
const RAW = 'Mit cpr er 010190-1234, og jeg har diabetes'
const PLATFORMS = { boost: [BoostChat, startBoost], kindly: [KindlyChat, startKindly], http: [HttpChat, startHttp] }
const FAILURES = {
  'a status 500 that quotes the message': [it => ({ status: 500, body: { error: it.text } }), 'status'],
  'a status 403': [() => ({ status: 403, body: {} }), 'status'],
  'a status 429 as a page': [() => ({ status: 429, type: 'text/html', body: '<h1>Slow down</h1>' }), 'status'],
  'a page instead of JSON': [it => ({ type: 'text/html', body: `<p>${it.text}</p>` }), 'answer'],
  'JSON cut short': [() => ({ body: '{"conversation": {' }), 'answer'],
  'JSON that is no object': [() => ({ body: '["a", 1]' }), 'answer'],
  'nothing at all': [() => ({ body: '""' }), 'answer'],
  'a redirect elsewhere': [() => ({ status: 307, headers: { location: 'http://localhost:9/' }, body: '' }), 'network'],
  'no answer': [() => 'hang', 'timeout'],
  'a dropped connection': [() => 'drop', 'network'],
  'an answer that is lost': [() => 'lose', 'network']
}

let engine
let opened = []
const printed = []
const real = {}

before(async () => {
  engine = await masker(policy)
  for (const name of ['log', 'info', 'warn', 'error', 'debug']) {
    real[name] = console[name]
    console[name] = (...args) => printed.push(args.join(' '))
  }
})

afterEach(async () => {
  for (const { server, chat } of opened) {
    chat.close()
    await server.close()
  }
  opened = []
})

after(() => {
  Object.assign(console, real)
  for (const secret of SECRETS) assert.ok(!printed.join(' ').includes(secret))
})

for (const [platform, [Adapter, start]] of Object.entries(PLATFORMS)) {
  const setUp = async ({ timeout = 10_000 } = {}) => {
    const server = await start()
    const chat = new Adapter({ policy, address: server.address, botKey: BOT_KEY, timeout, pace: 1e6, paces: { reply: [], agent: 1e6, queue: 1e6 } })
    opened.push({ server, chat })
    return { server, chat, heard: listen(chat) }
  }

  describe(`${platform}, when a message meets`, () => {
    for (const [what, [fault, code]] of Object.entries(FAILURES)) {
      it(what, async () => {
        const { server, chat, heard } = await setUp({ timeout: code === 'timeout' ? 1000 : undefined })
        await chat.start()
        const sofar = server.requests.length
        server.breakWith(fault)
        const message = engine.mask(RAW)
        await assert.rejects(chat.send(message), failsWith(code))
        server.breakWith(undefined)
        await chat.poll()
        await new Promise(resolve => setTimeout(resolve, 20))
        assert.equal(server.requests.slice(sofar).filter(it => it.text.includes(JSON.stringify(String(message)).slice(1, -1))).length, 1, 'received once')
        const [error] = heard.of('error')
        assert.deepEqual([error.doing, error.code], ['send', code])
        assert.ok(!JSON.stringify(heard.told).includes('<p>'), 'what the server said is not passed on')
        assertMasked(server)
        if (chat.state.phase === 'open') await chat.send(engine.mask('hej'))
      })
    }
  })

  describe(`${platform}, when the beginning meets`, () => {
    for (const [what, [fault, code]] of Object.entries(FAILURES)) {
      it(what, async () => {
        const { server, chat, heard } = await setUp({ timeout: code === 'timeout' ? 1000 : undefined })
        server.breakWith(fault)
        await assert.rejects(chat.start(), failsWith(code))
        assert.equal(chat.state.phase, 'closed')
        assert.equal(heard.of('error').length, 1)
        assert.deepEqual(heard.of('ended'), [], 'what never began does not end')
        await assert.rejects(chat.send(engine.mask(RAW)), failsWith('closed'))
        server.breakWith(undefined)
        await chat.start()
        await chat.send(engine.mask(RAW))
      })
    }
  })

  it(`${platform}: a message that waits is not sent once the talk is deleted or ended`, async () => {
    for (const stop of ['delete', 'end', 'close']) {
      const { server, chat } = await setUp()
      await chat.start()
      server.breakWith(it => it.text.includes('first') ? 'hang' : undefined)
      const waiting = ['first', 'second'].map(it => assert.rejects(chat.send(engine.mask(it)), failsWith('closed')))
      await new Promise(resolve => setTimeout(resolve, 20))
      await chat[stop]()
      await Promise.all(waiting)
      assert.ok(!server.requests.some(it => it.text.includes('second')))
    }
  })

  it(`${platform}: an ended talk can be deleted until it's closed or another one begins`, async () => {
    const { server, chat, heard } = await setUp()
    await chat.start()
    await chat.send(engine.mask(RAW))
    await chat.end()
    assert.deepEqual([chat.state.phase, chat.state.canDelete, heard.of('ended').length], ['closed', true, 1])
    assert.equal((await chat.delete()).verified, true)
    assert.deepEqual([chat.state.canDelete, heard.of('ended').length], [false, 1])
    for (const gone of [() => chat.close(), () => chat.start()]) {
      await chat.start()
      await chat.end()
      await gone()
      const sofar = server.requests.length
      if (chat.state.phase === 'open') chat.close()
      await assert.rejects(chat.delete(), failsWith('unavailable'))
      assert.equal(server.requests.length, sofar)
    }
  })

  it(`${platform}: words that every object knows mean nothing, and nothing of the page is frozen`, async () => {
    for (const word of ['__proto__', 'constructor', 'toString']) {
      const { server, chat, heard } = await setUp()
      await chat.start()
      const link = { id: 'l', text: 'x', label: 'x', function: word, button_type: word, kind: word }
      server.breakWith(() => ({
        body: {
          conversation: { state: { chat_status: word } },
          response: { id: 900, elements: [{ type: 'links', payload: { links: [link] } }] },
          chatMessages: [{ id: 'm', sender: word, message: 'x', buttons: [link] }],
          messages: [{ id: 'm', from: word, text: 'x', links: [link] }],
          state: { speaker: word }
        }
      }))
      await chat.poll()
      const [message] = heard.of('message').slice(-1)
      assert.deepEqual([chat.state.speaker, message.from, message.links[0].kind], ['bot', 'bot', 'reply'], word)
      assert.equal(Object.isFrozen(Object.prototype), false)
    }
  })

  it(`${platform}: answers of any shape end in an event, never in a crash`, async () => {
    const shapes = [{}, { conversation: null }, { conversation: { id: 7, state: 3 }, responses: [null, 4, { id: {}, elements: [1, null, { type: 'links', payload: { links: [null, { id: {} }] } }] }] },
      { chatMessages: [null, 5, { id: [], buttons: 'x' }, { id: 'm', sender: 'AGENT', message: { html: 1 }, buttons: [null, {}], attachments: [{}] }] },
      { messages: [null, { id: 1, text: [], links: [null, {}] }], state: 9, cursor: {} }, { talk: { a: 1 }, token: [1], created: 'now' }]
    for (const shape of shapes) {
      const { server, chat, heard } = await setUp()
      await chat.start()
      server.breakWith(() => ({ body: shape }))
      await chat.poll()
      await chat.send(engine.mask('hej')).catch(failsWith('answer'))
      for (const { type, text } of heard.told) if (type === 'message') assert.equal(typeof text, 'string')
      chat.close()
      await chat.start().catch(failsWith('answer'))
    }
  })
}
