import assert from 'node:assert/strict'
import { afterEach, before, describe, it } from 'node:test'
import { KindlyChat } from '../../www/adapters/kindly.js'
import { BOT_KEY, startKindly } from '../standins/kindly.js'
import { assertAnonymous, assertMasked, failsWith, listen, masker, policyOf, strays, until } from './support.js'

const policy = policyOf('cellbes')
const RAW = 'Mit cpr er 010190-1234, telefon 12345678'
const PACES = { reply: [5, 5, 5], agent: 5, queue: 5 }

// Typed here once more, so that a word more in the adapter is seen.
const WORDS = ['chatbubble', 'v2', 'connect', 'message', 'latest', 'button', 'click', 'trigger', 'privacy', 'export', 'delete', 'feedback',
  'takeover_cancel', 'user_left', 'kindly-bot-key', 'kindly-chat-uuid', 'kindly-chatbubble-token', 'language_code', 'da', BOT_KEY, 'kundeservice',
  'temporaryId', 'new_context', 'exchange_id', 'timestamp', 'chatMessage', 'id', 'button_type', 'label', 'value', 'feedback_type', 'rating',
  'freeform_text', 'BINARY', 'QUICK_REPLY', 'HANDOVER_REQUEST', 0, 1, 'order', 'email', 'question']

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
  server = await startKindly(standin)
  chat = new KindlyChat({ policy, address: server.address, botKey: BOT_KEY, paces: PACES, timeout: 10_000, ...options })
  heard = listen(chat)
  await chat.start()
}

const calls = () => server.requests.map(it => `${it.method} ${it.path.replace('/chatbubble/v2/', '')}`)
const mask = text => engine.mask(text, { purpose: 'answer' })

describe('a talk with Kindly', () => {
  it('goes through buttons, the form and a person to its end, and only redacted texts leave', async () => {
    await open({}, { humanExchange: 'kundeservice' })
    await until(() => heard.texts().includes('bot: Hej, jeg er chatbotten.'))
    await chat.send(mask(RAW))
    await until(() => heard.texts().includes('bot: Den kommer i morgen.'))
    const { links, language } = heard.of('message').at(-1)
    assert.equal(language, 'da')
    assert.deepEqual(links.map(it => it.kind), ['reply', 'human', 'open', 'delete'], 'and no address that runs a script')
    assert.equal(links[2].url, 'https://www.cellbes.example/levering')

    const clicked = server.requests.length
    await chat.chooseLink(links[2].id)
    await chat.chooseLink(links[3].id)
    assert.ok(!calls().slice(clicked).includes('POST button/click/'), 'what the page does itself is not told')
    await chat.chooseLink(links[0].id)
    const { body } = server.requests.findLast(it => it.path.endsWith('click/'))
    assert.deepEqual(Object.keys(body.chatMessage).sort(), ['exchange_id', 'id'], 'the message itself does not go back')
    await until(() => heard.texts().includes('bot: Skriv dit ordrenummer.'))

    const form = { order: mask('AB987654321CD'), email: mask('mette@example.org'), question: mask(RAW) }
    await chat.submitForm(form)
    assert.deepEqual(server.talk().context, { order: String(form.order), email: String(form.email), question: String(form.question) })
    await until(() => chat.state.speaker === 'queue')
    server.agentJoins()
    await until(() => chat.state.speaker === 'agent')
    server.agentSays('Hej, det er Maja.')
    await until(() => heard.texts().includes('agent: Hej, det er Maja.'))
    assert.ok(heard.texts().includes('system: Maja er her nu.'))
    await chat.send(mask(RAW))
    await chat.leaveHuman()
    assert.equal(chat.state.speaker, 'bot')
    assert.ok(!heard.of('message').some(it => it.from === 'citizen'), 'our own words are no news')

    await chat.feedback({ rating: 'bad', text: mask(RAW) })
    assert.deepEqual(server.talk().feedback, [{ feedback_type: 'BINARY', rating: 0 }, String(mask(RAW))])
    assert.ok(JSON.parse((await chat.download()).text).length > 3)
    assert.deepEqual(await chat.end(), { recorded: false })
    assert.equal(server.talk().left, true)

    assert.deepEqual(strays(server, { made: engine.made, words: WORDS }), [])
    assertMasked(server)
    assertAnonymous(server)
    assert.deepEqual(heard.of('error'), [])
  })

  it('connects by GET where the server is older', async () => {
    await open({ oldConnect: true })
    await chat.send(mask(RAW))
    assert.deepEqual(calls().slice(0, 3), ['POST connect', 'GET connect', 'POST message/'])
    assert.deepEqual(strays(server, { made: engine.made, words: WORDS }), [])
  })

  it('has a new id in every talk, and none of the browser', async () => {
    await open()
    chat.close()
    await chat.start()
    const [first, second] = server.requests.filter(it => it.path.endsWith('connect')).map(it => it.headers['kindly-chat-uuid'])
    assert.ok(first && second && first !== second)
    assertAnonymous(server)
  })

  it('asks for an answer ever more seldom, then not at all', async () => {
    await open()
    await chat.send(mask(RAW))
    await until(() => heard.texts().length > 1)
    await new Promise(resolve => setTimeout(resolve, 150))
    const sofar = server.requests.length
    await new Promise(resolve => setTimeout(resolve, 150))
    assert.equal(server.requests.length, sofar)
  })

  it('says when an answer is late, and goes on asking for it', async () => {
    await open({}, { paces: { ...PACES, reply: Array(9).fill(20) } })
    await until(() => heard.texts().length === 1)
    server.breakWith(it => it.path.endsWith('message/') ? { body: { id: 'm-slow' } } : undefined)
    await chat.send(mask(RAW))
    await until(() => chat.state.late)
    assert.equal(calls().filter(it => it === 'POST latest').length - calls().indexOf('POST message/') + 1, 5)
    server.botSays('Nu er jeg her.')
    await until(() => heard.texts().length === 2)
    await until(() => !chat.state.late)
    assert.deepEqual(heard.of('state').map(it => it.late).slice(-2), [true, false])
  })

  it('waits for no answer where nobody has asked', async () => {
    server = await startKindly()
    server.breakWith(it => it.path.endsWith('latest') ? { body: { chatMessages: [] } } : undefined)
    chat = new KindlyChat({ policy, address: server.address, botKey: BOT_KEY, paces: { reply: Array(9).fill(5) } })
    await chat.start()
    await until(() => calls().filter(it => it === 'POST latest').length === 9)
    assert.equal(chat.state.late, false)
  })

  it('moves its time only forward', async () => {
    await open()
    for (const words of ['et', 'to', 'tre']) await chat.send(mask(words))
    await until(() => heard.texts().length === 4)
    const times = server.requests.filter(it => it.path.endsWith('latest')).map(it => it.body.timestamp)
    assert.deepEqual(times, times.toSorted())
  })

  it('asks for a person by the button that a message brought', async () => {
    await open()
    await assert.rejects(chat.requestHuman(), failsWith('unavailable'))
    await chat.send(mask('hej'))
    await until(() => chat.state.canAskHuman)
    await chat.requestHuman()
    assert.equal(server.talk().requested, true)
  })
})

describe('when Kindly has forgotten the talk', () => {
  it('nothing is sent again, and the citizen begins anew', async () => {
    // Without polls, which would hear of it first.
    await open({}, { paces: { reply: [] } })
    const told = server.requests.length
    server.refuses()
    await assert.rejects(chat.send(mask(RAW)), failsWith('status'))
    assert.deepEqual(calls().slice(told).filter(it => it !== 'POST latest'), ['POST message/'])
    assert.equal(heard.of('ended').length, 1)
    await chat.start()
    await new Promise(resolve => setTimeout(resolve, 50))
    assert.deepEqual(server.talk().messages.filter(it => it.sender === 'USER'), [])
  })
})

describe('deleting a talk with Kindly', () => {
  it('is verified', async () => {
    await open()
    await chat.send(mask(RAW))
    assert.deepEqual(await chat.delete(), { verified: true, recorded: false })
    assert.deepEqual(calls().slice(-2), ['DELETE privacy/delete/', 'POST latest'])
  })

  it('says when the server still has it', async () => {
    await open({ forgetful: true })
    await chat.send(mask(RAW))
    assert.deepEqual(await chat.delete(), { verified: false, recorded: false })
  })
})
