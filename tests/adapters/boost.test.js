import assert from 'node:assert/strict'
import { afterEach, before, describe, it } from 'node:test'
import { BoostChat } from '../../www/adapters/boost.js'
import { plainText } from '../../www/adapters/untrusted.js'
import { HUMAN_ACTION, startBoost } from '../standins/boost.js'
import { assertAnonymous, assertMasked, failsWith, listen, masker, policyOf, strays, until } from './support.js'

const policy = policyOf('kommune-kiri', { download: { offered: true } })
const RAW = 'Mit cpr er 010190-1234, og jeg har diabetes'
const METADATA = { time: '2026-03-02T08:00Z', device: 'computer', browser: 'Firefox 145' }

// Typed here once more, so that a word more in the adapter is seen.
const WORDS = ['api', 'chat', 'v2', 'da', 'command', 'START', 'POST', 'RESUME', 'POLL', 'POLLSTOP', 'DELETE', 'DOWNLOAD', 'STOP', 'FEEDBACK',
  'conversation_id', 'language', 'clean', 'type', 'text', 'value', 'id', 'action_link', 'trigger_action', 'skip_welcome_message', 'custom_payload',
  'metadata', 'rating', 0, 1, HUMAN_ACTION, ...Object.keys(METADATA), ...Object.values(METADATA)]

let engine
let server
let chat
let heard

before(async () => { engine = await masker(policy) })
afterEach(async () => {
  chat?.close()
  await server?.close()
})

async function open (standin = {}, options = {}) {
  server = await startBoost(standin)
  chat = new BoostChat({ policy, address: server.address, humanAction: HUMAN_ACTION, pace: 5, timeout: 10_000, ...options })
  heard = listen(chat)
  await chat.start()
}

const commands = () => server.requests.map(it => it.body.command)

describe('a talk with boost.ai', () => {
  it('goes from consent to a person, back, and to its end, and only redacted texts leave', async () => {
    await open({ consent: true })
    assert.deepEqual(heard.texts(), ['bot: Hej, hvad vil du vide?'])
    assert.equal(chat.state.blocked, true)
    await assert.rejects(chat.send(engine.mask(RAW)), failsWith('blocked'))
    const [agree] = heard.of('message')[0].links
    assert.equal(agree.kind, 'agree')
    await chat.chooseLink(agree.id)
    assert.equal(chat.state.blocked, false)

    await chat.send(engine.mask(RAW))
    assert.equal(server.talk().responses.at(-2).elements[0].payload.text, String(engine.mask(RAW)))
    const answer = heard.of('message').at(-1)
    assert.equal(answer.text, 'Papir hentes hver fjerde uge.')
    assert.equal(answer.language, 'da')
    const [human, more] = answer.links
    assert.deepEqual([human.kind, more.kind, more.url], ['reply', 'open', 'https://kommune.example/affald'])
    const sofar = server.requests.length
    await chat.chooseLink(more.id)
    assert.equal(server.requests.length, sofar, 'which page is opened is not told')

    await chat.requestHuman()
    assert.deepEqual(heard.of('queue').at(-1), { type: 'queue', waiting: true })
    server.agentJoins()
    await until(() => chat.state.speaker === 'agent')
    assert.deepEqual(heard.of('agent').at(-1), { type: 'agent', joined: true })
    server.agentTypes(true)
    await until(() => heard.of('typing').at(-1)?.active)
    server.agentSays('Goddag, du taler med Maja.')
    await chat.send(engine.mask('Mit nummer er 12345678'))
    server.agentSays('Tak skal du have.')
    await until(() => heard.texts().includes('agent: Tak skal du have.'))
    assert.ok(heard.texts().includes('agent: Goddag, du taler med Maja.'), 'said just before our own message, and not lost')
    assert.ok(!heard.of('message').some(it => it.from === 'citizen'), 'our own words are no news')

    await chat.leaveHuman()
    assert.equal(chat.state.speaker, 'bot')
    await chat.feedback({ rating: 'good', text: engine.mask('Jeg har diabetes') })
    assert.deepEqual(server.talk().feedback, [{ rating: 1, text: String(engine.mask('Jeg har diabetes')) }])
    assert.match((await chat.download()).text, /^bot: Hej/)
    assert.deepEqual(await chat.end(METADATA), { recorded: true })
    assert.deepEqual(server.talk().payloads, [{ metadata: METADATA }])
    assert.equal(server.talk().stopped, true)
    assert.equal(heard.of('ended').length, 1)

    const ids = heard.of('message').map(it => it.id)
    assert.equal(new Set(ids).size, ids.length, 'each message once')
    assert.deepEqual(strays(server, { made: engine.made, words: WORDS }), [])
    assertMasked(server)
    assertAnonymous(server)
    assert.deepEqual(heard.of('error').map(it => it.code), ['blocked'])
  })

  it('moves the cursor of polls only forward', async () => {
    await open()
    await chat.requestHuman()
    server.agentJoins()
    for (const words of ['et', 'to', 'tre']) {
      server.agentSays(words)
      await chat.send(engine.mask(words))
    }
    await until(() => heard.texts().includes('agent: tre'))
    const values = server.requests.filter(it => it.body.command === 'POLL').map(it => Number(it.body.value))
    assert.deepEqual(values, values.toSorted((a, b) => a - b))
    assert.deepEqual(heard.texts().filter(it => it.startsWith('agent')), ['agent: et', 'agent: to', 'agent: tre'])
  })

  it('shows the words of marked-up and unknown parts as text', async () => {
    await open()
    server.saysStrangely()
    await chat.requestHuman()
    await until(() => heard.of('message').some(it => it.omitted))
    assert.equal(heard.of('message').find(it => it.omitted).text, 'Se <her>\nx()')
  })

  it('takes no longer over a text of brackets than over another', () => {
    const began = performance.now()
    for (const piece of ['<', '<br ', '</p']) for (let n = 0; n < 10; n++) plainText(piece.repeat(20_000), true)
    assert.ok(performance.now() - began < 1000)
  })

  it('shows words only, and says of anything else in their place that it is left out', async () => {
    await open()
    server.saysStrangely({ type: 'text', payload: { text: { da: 'Hej' } } })
    await chat.requestHuman()
    await until(() => heard.of('message').some(it => it.omitted))
    assert.equal(heard.of('message').find(it => it.omitted).text, '')
  })

  it('is resumed with its history, and its times are whole', async () => {
    await open()
    await chat.send(engine.mask(RAW))
    const token = chat.token
    const again = new BoostChat({ policy, address: server.address })
    const history = listen(again)
    await again.resume(token)
    assert.deepEqual(history.texts(), ['bot: Hej, hvad vil du vide?', `citizen: ${engine.mask(RAW)}`, 'bot: Papir hentes hver fjerde uge.'])
    for (const { history: old, time } of history.of('message')) assert.ok(old && /^2026-03-02T08:00:\d\d\.000Z$/.test(time))
    again.close()
    await assert.rejects(again.resume(RAW), failsWith('usage'))
  })

  it('begins each talk with nothing of the one before', async () => {
    await open()
    const first = chat.token
    await chat.end()
    await chat.start()
    assert.notEqual(chat.token, first)
    assert.deepEqual(commands(), ['START', 'STOP', 'START'])
    assert.ok(!server.requests.at(-1).text.includes(first))
  })
})

describe('deleting a talk with boost.ai', () => {
  it('is verified, and leaves nothing to send', async () => {
    await open()
    await chat.send(engine.mask(RAW))
    assert.deepEqual(await chat.delete(), { verified: true, recorded: false })
    assert.deepEqual(commands(), ['START', 'POST', 'DELETE', 'RESUME'])
    await assert.rejects(chat.send(engine.mask(RAW)), failsWith('closed'))
    assert.deepEqual(await chat.end(METADATA), { recorded: false }, 'no metadata after a deletion')
    assert.equal(server.requests.length, 4)
  })

  it('leaves what the policy says, once the texts are gone, where the server keeps the talk', async () => {
    const leaving = { ...policy, deletion: { offered: true, leaves: ['time', 'device'] } }
    await open({ overwrites: true }, { policy: leaving })
    const talk = server.talk()
    await chat.send(engine.mask(RAW))
    assert.deepEqual(await chat.delete({ time: METADATA.time, device: METADATA.device }), { verified: true, recorded: true })
    assert.deepEqual(commands(), ['START', 'POST', 'DELETE', 'RESUME', 'RESUME'])
    assert.deepEqual(talk.payloads, [{ metadata: { time: METADATA.time, device: METADATA.device } }])
  })

  it('records nothing of a talk that it could not delete', async () => {
    await open({}, { policy: { ...policy, deletion: { offered: true, leaves: ['time'] } } })
    server.breakWith(it => it.body.command === 'DELETE' ? { status: 500, body: {} } : undefined)
    await assert.rejects(chat.delete({ time: METADATA.time }), failsWith('status'))
    assert.ok(!server.requests.some(it => it.text.includes(METADATA.time)))
  })

  it('is verified where the server overwrites the texts', async () => {
    await open({ overwrites: true })
    await chat.send(engine.mask(RAW))
    assert.deepEqual(await chat.delete(), { verified: true, recorded: false })
  })

  it('says when the texts are still there', async () => {
    await open()
    await chat.send(engine.mask(RAW))
    server.breakWith(it => it.body.command === 'DELETE' ? { body: {} } : undefined)
    assert.deepEqual(await chat.delete(), { verified: false, recorded: false })
  })

  it('fails aloud, and can be asked for again', async () => {
    await open()
    server.breakWith(it => it.body.command === 'DELETE' ? { status: 500, body: 'oh' } : undefined)
    await assert.rejects(chat.delete(), failsWith('status'))
    assert.deepEqual(heard.of('error').at(-1), { type: 'error', doing: 'delete', code: 'status', status: 500 })
    server.breakWith(undefined)
    assert.deepEqual(await chat.delete(), { verified: true, recorded: false })
  })

  it('is not offered where the platform or the policy does not', async () => {
    await open({ deletes: false })
    assert.equal(chat.state.canDelete, false)
    await assert.rejects(chat.delete(), failsWith('unavailable'))
    chat.close()
    await server.close()
    await open({}, { policy: { ...policy, deletion: { offered: false } } })
    assert.equal(chat.state.canDelete, false)
  })
})

describe('when boost.ai ends the talk', () => {
  it('or the page does and the record is not taken, it ends all the same', async () => {
    await open()
    server.breakWith(it => it.body.command === 'RESUME' ? { status: 500, body: {} } : undefined)
    assert.deepEqual(await chat.end(METADATA), { recorded: false })
    assert.equal(server.talk().stopped, true)
  })

  it('the page is told, and nothing is sent again', async () => {
    await open()
    server.forgets()
    await assert.rejects(chat.send(engine.mask(RAW)), failsWith('status'))
    assert.deepEqual(commands(), ['START', 'POST'])
    assert.equal(heard.of('ended').length, 1)
    assert.equal(chat.state.phase, 'closed')
  })
})
