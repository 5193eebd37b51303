// Files go where the policy and the platform take them: under a redacted name, and no others.
import assert from 'node:assert/strict'
import { afterEach, before, describe, it } from 'node:test'
import { BoostChat, DemoChat, HttpChat, KindlyChat } from '../../www/adapters/index.js'
import { HUMAN_ACTION, startBoost } from '../standins/boost.js'
import { startHttp } from '../standins/http.js'
import { BOT_KEY, startKindly } from '../standins/kindly.js'
import { assertAnonymous, assertMasked, failsWith, masker, policyOf, until } from './support.js'

const files = { types: ['image/png'], max_kilobytes: 1, reason: { da: 'Et billede af skaden.' } }
const policy = policyOf('kommune-kiri', { files })
const NAME = 'cpr 010190-1234.png'
const picture = (size = 3, type = 'image/png') => new File(['x'.repeat(size)], NAME, { type })

let engine
let server
let chat
before(async () => { engine = await masker(policy) })
afterEach(async () => {
  chat?.close()
  await server?.close()
})

async function toPerson (options = {}) {
  server = await startBoost()
  chat = new BoostChat({ policy, address: server.address, upload: server.upload, humanAction: HUMAN_ACTION, pace: 5, ...options })
  await chat.start()
  assert.equal(chat.state.canSendFiles, false, 'the chatbot takes none')
  await chat.requestHuman()
  server.agentJoins()
  await until(() => chat.state.speaker === 'agent')
}

describe('a file', () => {
  it('goes to a person at boost.ai, under its redacted name', async () => {
    await toPerson()
    assert.equal(chat.state.canSendFiles, true)
    const name = engine.mask(NAME)
    await chat.sendFile(picture(), name)
    assert.deepEqual(server.uploads, [[['inline_download', undefined, 'true'], ['files', String(name), 'xxx']]])
    const [sent] = server.talk().files
    assert.deepEqual({ ...sent, url: server.issued.has(sent.url) }, { filename: String(name), mimetype: 'image/png', url: true })
    assertMasked(server)
    assertAnonymous(server)
  })

  it('goes to a server of the http contract', async () => {
    server = await startHttp()
    chat = new HttpChat({ policy, address: server.address })
    await chat.start()
    await chat.sendFile(picture(), engine.mask(NAME))
    assert.deepEqual(server.files, [[['file', String(engine.mask(NAME)), 'xxx']]])
    assertMasked(server)
  })

  it('goes nowhere from the demo, which shows its name', async () => {
    chat = new DemoChat({ policy })
    const texts = []
    chat.addEventListener('message', event => texts.push(event.detail.text))
    await chat.start()
    await chat.sendFile(picture(), engine.mask(NAME))
    assert.ok(texts.at(-1).endsWith(String(engine.mask(NAME))))
  })

  const refused = {
    'of another type': [picture(3, 'application/pdf'), 'files'],
    'that is too large': [picture(1001), 'files'],
    'that is none': ['xxx', 'files'],
    'under its own name': [picture(), 'refused', NAME]
  }
  for (const [what, [file, code, name]] of Object.entries(refused)) {
    it(`${what} is refused before there is a request`, async () => {
      await toPerson()
      await assert.rejects(chat.sendFile(file, name ?? engine.mask(NAME)), failsWith(code))
      assert.deepEqual(server.uploads, [])
    })
  }

  it('is refused where the policy, the page or the platform takes none', async () => {
    await toPerson({ policy: policyOf('kommune-kiri') })
    await assert.rejects(chat.sendFile(picture(), engine.mask(NAME)), failsWith('files'))
    chat.close()
    await server.close()
    await toPerson({ upload: undefined })
    await assert.rejects(chat.sendFile(picture(), engine.mask(NAME)), failsWith('files'))
    chat.close()
    await server.close()
    server = await startKindly()
    chat = new KindlyChat({ policy, address: server.address, botKey: BOT_KEY })
    await chat.start()
    await assert.rejects(chat.sendFile(picture(), engine.mask(NAME)), failsWith('files'))
  })
})
