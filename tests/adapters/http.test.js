import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { afterEach, before, describe, it } from 'node:test'
import { HttpChat } from '../../www/adapters/http.js'
import { startHttp } from '../standins/http.js'
import { assertAnonymous, assertMasked, failsWith, listen, masker, policyOf, strays, until } from './support.js'

const FIELDS = [{ id: 'order', label: { nb: 'Ordre', nn: 'Ordre' }, category: 'reference', required: false }, { id: 'question', label: { nb: 'Hva?', nn: 'Kva?' }, required: true }]
const policy = policyOf('prokom', { download: { offered: true }, handover: { from_start: true, form: { fields: FIELDS, reason: { nb: 'Saken.', nn: 'Saka.' } } } })
const RAW = 'Ring 12345678, jeg har diabetes'
const METADATA = { time: '2026-03-02T08:00Z', device: 'phone', browser: 'Safari 19' }
const WORDS = ['chat', 'talks', 'talk', 'messages', 'choices', 'human', 'feedback', 'transcript', 'end', 'slor-talk', 'after', 'nb', 'language',
  'text', 'link', 'form', 'rating', 'good', 'metadata', 'order', 'question', ...Object.keys(METADATA), ...Object.values(METADATA)]

let engine
let server
let chat
let heard

before(async () => { engine = await masker(policy) })
afterEach(async () => {
  chat?.close()
  await server?.close()
})

async function open () {
  server = await startHttp()
  chat = new HttpChat({ policy, address: server.address, pace: 5, timeout: 10_000 })
  heard = listen(chat)
  await chat.start()
}

describe('a talk by the http contract', () => {
  it('goes through links, the form and a person to its end, and only redacted texts leave', async () => {
    await open()
    await chat.send(engine.mask(RAW))
    assert.deepEqual(heard.texts(), ['bot: Hej', 'bot: Hver fjerde uge.'])
    await chat.chooseLink('l-1')
    assert.equal(heard.texts().at(-1), 'bot: Mere om det.')
    const form = { question: engine.mask(RAW), order: engine.mask('AB12') }
    await chat.submitForm(form)
    assert.deepEqual(server.talk().form, { question: String(form.question), order: String(form.order) })
    assert.equal(chat.state.speaker, 'queue')
    server.agentJoins()
    server.agentSays('Hei, det er Maja.')
    await until(() => heard.texts().includes('agent: Hei, det er Maja.'))
    await until(() => server.requests.at(-1).query.get('after') === String(server.talk().messages.length), 'asking for nothing but news')
    await chat.send(engine.mask(RAW))
    await chat.leaveHuman()
    assert.equal(chat.state.speaker, 'bot')
    await chat.feedback({ rating: 'good', text: engine.mask(RAW) })
    assert.match((await chat.download()).text, /^bot: Hej/)
    assert.deepEqual(await chat.end(METADATA), { recorded: true })
    assert.deepEqual(server.ended, [{ metadata: METADATA }])
    const ids = heard.of('message').map(it => it.id)
    assert.equal(new Set(ids).size, ids.length, 'each message once')
    assert.deepEqual(strays(server, { made: engine.made, words: WORDS }), [])
    assertMasked(server)
    assertAnonymous(server)
    assert.deepEqual(heard.of('error'), [])
  })

  it('refuses raw texts in every place that takes one', async () => {
    await open()
    const sofar = server.requests.length
    for (const raw of [RAW, { text: RAW }, Object(RAW), null]) {
      await assert.rejects(chat.send(raw), failsWith('refused'))
      await assert.rejects(chat.submitForm({ question: raw }), failsWith('refused'))
      await assert.rejects(chat.feedback({ rating: 'good', text: raw }), failsWith('refused'))
    }
    await assert.rejects(chat.submitForm({ [RAW]: engine.mask(RAW) }), failsWith('refused'))
    await assert.rejects(chat.feedback({ rating: RAW }), failsWith('refused'))
    await assert.rejects(chat.chooseLink(RAW), failsWith('usage'))
    await assert.rejects(chat.resume(RAW), failsWith('usage'))
    assert.equal(server.requests.length, sofar)
    await assert.rejects(chat.end({ time_zone: 'Europe/Oslo' }), failsWith('refused'))
    assert.equal(server.requests.length, sofar)
  })

  it('is deleted and verified, or says that it is not', async () => {
    await open()
    assert.deepEqual(await chat.delete(), { verified: true, recorded: false })
    assert.deepEqual(server.left, [], 'not even an empty record')
    await chat.start()
    server.breakWith(it => it.method === 'DELETE' ? { body: {} } : undefined)
    assert.deepEqual(await chat.delete(), { verified: false, recorded: false })
  })

  it('leaves what the policy says of a deleted talk, and is deleted all the same when the record is more', async () => {
    await open()
    const left = { time: '2026-03-02T08:00Z', device: 'phone', topic: engine.mask(chat.state.topic) }
    assert.deepEqual(await chat.delete(left), { verified: true, recorded: true })
    assert.deepEqual(server.left, [{ metadata: { time: left.time, device: left.device, topic: String(left.topic) } }])
    await chat.start()
    assert.deepEqual(await chat.delete({ ...left, browser: 'Safari 19' }), { verified: true, recorded: false })
    assert.equal(server.left.length, 1)
    assert.deepEqual(heard.of('error').map(it => [it.doing, it.code]), [['delete', 'refused']])
  })

  it('tells whoever waits when the server does not answer any more, and when it does again', async () => {
    await open()
    await chat.requestHuman()
    server.breakWith(() => 'drop')
    await until(() => !chat.state.reachable)
    server.breakWith(undefined)
    await chat.poll()
    assert.equal(chat.state.reachable, true)
    assert.deepEqual(heard.of('state').map(it => it.reachable).slice(-2), [false, true])
  })

  it('takes no label for one that is no text, and says what it left out', async () => {
    await open()
    const says = async message => {
      server.breakWith(() => ({ body: { messages: [{ from: 'bot', text: 'Hei', ...message }] } }))
      await chat.send(engine.mask('Hei'))
      const { text, omitted, links } = heard.of('message').at(-1)
      return [text.length, omitted, links.map(it => it.label)]
    }
    const link = (id, label, more) => ({ id, label, kind: 'reply', ...more })
    assert.deepEqual(await says({ id: 'm-text', text: 'x'.repeat(20_000) }), [20_000, false, []])
    assert.deepEqual(await says({ id: 'm-long', text: 'x'.repeat(20_001) }), [20_000, true, []])
    assert.deepEqual(await says({ id: 'm-good', links: [link('a', 'Ja'), link('b', 5), link('c', '', { kind: 'open', url: 'https://kommune.example/' })] }), [3, false, ['Ja', '5', '']])
    for (const [n, label] of [undefined, null, '', '  ', { da: 'Ja' }, ['Ja'], true].entries()) {
      assert.deepEqual(await says({ id: `m-${n}-bad`, links: [link('d', label), link('e', 'Nei')] }), [3, true, ['Nei']], String(label))
    }
  })

  it('is resumed with its history', async () => {
    await open()
    await chat.send(engine.mask(RAW))
    const again = new HttpChat({ policy, address: server.address })
    const history = listen(again)
    await again.resume(chat.token)
    assert.deepEqual(history.texts(), ['bot: Hej', `citizen: ${engine.mask(RAW)}`, 'bot: Hver fjerde uge.'])
    again.close()
  })

  it('makes exactly the requests that its paper says', () => {
    const paper = readFileSync(new URL('../../www/adapters/HTTP.md', import.meta.url), 'utf8')
    const rows = [...paper.matchAll(/^\| `(\w+) (\w+)/gm)].map(([, method, path]) => `${method} ${path}`)
    const code = readFileSync(new URL('../../www/adapters/http.js', import.meta.url), 'utf8')
    const made = [...code.matchAll(/(?:#call\(|path: )\['(\w+)'\](?:, \{ method: '(\w+)')?/g)].map(([, path, method = 'POST']) => `${method} ${path}`)
    assert.deepEqual([...new Set(made)].sort(), rows.sort())
  })
})
