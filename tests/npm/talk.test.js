// What the package offers for a whole talk: the transcript, the form before the queue, giving back.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { load, RedactedText } from '../../www/node.js'

const MORNING = Date.UTC(2026, 2, 2, 8, 15, 42)
const RAW = 'Jeg hedder Maja Holm, og mit cpr er 010190-1234'
const SECRETS = ['Maja', '010190-1234']
const usage = { name: 'SlorError', code: 'usage' }
const policyOf = id => readFileSync(new URL(`../../policies/${id}.json`, import.meta.url), 'utf8')

let kiri
let cellbes
before(async () => { [kiri, cellbes] = await Promise.all(['kommune-kiri', 'cellbes'].map(id => load({ policy: policyOf(id) }))) })

describe('an explanation', () => {
  it('says which rule found each part and what the policy does with it', () => {
    const text = '🙂 Jeg har astma, ring den 12.05.2026'
    const all = kiri.explain(text)
    const health = all.find(it => it.category === 'health')
    assert.equal(text.slice(health.start, health.end), 'astma')
    assert.ok(health.masked && health.disclosed && health.line.endsWith('.txt: astma'), health.line)
    const date = all.find(it => it.category === 'date')
    assert.equal(text.slice(date.start, date.end), '12.05.2026')
    assert.ok(!date.masked && date.reason.startsWith('kept: the policy keeps date'), date.reason)
    assert.throws(() => kiri.explain(7), usage)
  })
})

describe('a transcript', () => {
  it('keeps what was said redacted, and gives it as text and JSON', () => {
    const talk = kiri.transcript()
    talk.add('bot', `Hej, er du ${SECRETS[1]}?`, MORNING)
    talk.add('citizen', kiri.redact(RAW), MORNING)
    const text = talk.text({ names: ['Du', 'Kiri', 'Maja'] })
    assert.ok(text.startsWith('2026-03-02 08:15:42 UTC  Kiri: Hej, er du [personnummer 1]?\n'), text)
    const { policy, turns } = JSON.parse(talk.json({ purpose: 'answer' }))
    assert.deepEqual([policy, turns.length, turns[1].speaker], ['kommune-kiri', 2, 'citizen'])
    for (const secret of SECRETS) assert.ok(!(text + JSON.stringify(turns)).includes(secret))
    assert.equal(talk.expires(), '2026-05-31')
    talk.clear()
    assert.equal(talk.text(), '')
    assert.equal(talk.expires(), undefined)
  })

  it('shows what was given back where it was sent, and nowhere else', () => {
    const message = kiri.conversation().add(RAW, { purpose: 'answer', giveBack: [0] })
    assert.ok(String(message).includes('Maja Holm'))
    const talk = kiri.transcript()
    talk.add('citizen', message, MORNING)
    assert.ok(talk.text({ purpose: 'answer' }).includes(`citizen: ${message}`))
    for (const purpose of ['statistics', undefined]) assert.ok(!talk.text({ purpose }).includes('Maja'), purpose)
    talk.add('bot', String(message), MORNING)
    assert.ok(!talk.text({ purpose: 'answer' }).split('\n')[1].includes('Maja'), 'what others say was given back by nobody')
  })

  it("takes a citizen's words only when they are redacted", () => {
    const talk = kiri.transcript()
    for (const [speaker, text] of [['citizen', RAW], ['citizen', { toString: () => RAW }], ['bot', kiri.redact(RAW)], ['nobody', 'hej']]) {
      assert.throws(() => talk.add(speaker, text), usage)
    }
    assert.throws(() => talk.add('bot', 'hej', NaN), usage)
    assert.equal(talk.text(), '')
  })
})

describe('a conversation', () => {
  it('has its placeholders in the language that the citizen reads', async () => {
    const migri = await load({ policy: policyOf('migri') })
    const said = options => String(migri.conversation(options).add('Nimeni on Maija Merenranta'))
    assert.equal(said({ language: 'fi' }), 'Nimeni on [nimi 1]')
    assert.equal(said(), 'Nimeni on [namn 1]')
    assert.throws(() => migri.conversation({ language: 'de' }), usage)
    assert.equal(said({ language: 'en' }), 'Nimeni on [name 1]')
  })
})

describe("a caller's slip", () => {
  it('is told, and the engine goes on', () => {
    const talk = kiri.transcript()
    assert.throws(() => talk.text({ names: 'Du' }), TypeError)
    assert.equal(talk.text(), '')
  })
})

describe('giving back', () => {
  it('sends as written what the policy allows, and nothing else', () => {
    const talk = kiri.conversation()
    const { findings } = talk.preview(RAW)
    const all = findings.map((it, n) => n)
    const masked = talk.add(RAW, { giveBack: all })
    assert.ok(RedactedText.is(masked))
    assert.equal(String(masked), 'Jeg hedder Maja Holm, og mit cpr er [personnummer 1]')
    assert.throws(() => talk.preview(RAW, { giveBack: [0.5] }), usage)
    assert.throws(() => talk.add(RAW, { giveBack: 'all' }), usage)
  })
})

describe('a field of the form', () => {
  it('carries the category that it names', () => {
    assert.equal(String(cellbes.redactField('order', '40012345')), '40012345')
    assert.equal(String(cellbes.redactField('email', 'maja@example.org, 010190-1234')), 'maja@example.org, [personnummer 1]')
    assert.ok(!String(cellbes.redactField('question', 'maja@example.org')).includes('maja'))
  })

  it('has its placeholders in the language of the talk', () => {
    for (const id of ['order', 'question']) assert.equal(String(cellbes.redactField(id, '010190-1234', { language: 'fi' })), '[henkilötunnus 1]')
    assert.throws(() => cellbes.redactField('order', 'hej', { language: 'de' }), usage)
  })

  it('is refused in a script that the engine does not read', () => {
    assert.throws(() => cellbes.redactField('question', 'Здравствуйте, меня зовут Иван, мой номер телефона такой'), { name: 'SlorError', code: 'unread' })
  })

  it('must be one of the policy', () => {
    assert.throws(() => cellbes.redactField(1, 'hej'), usage)
    assert.throws(() => cellbes.redactField('phone', 'hej'), usage)
    assert.equal(String(cellbes.redactField('order', 'hej')), 'hej', 'a mistake does not stop the engine')
    assert.throws(() => cellbes.redactField('order', 1), usage)
  })
})

describe('a metadata record', () => {
  it('needs a browser, and a time', () => {
    assert.equal(kiri.metadata({ began: MORNING }), null)
    assert.throws(() => kiri.metadata({}), usage)
    assert.throws(() => kiri.metadataAfterDeletion(), usage)
  })

  it('takes nothing else for a browser that is called so, and goes on', () => {
    globalThis.window = {}
    try {
      assert.equal(kiri.metadata({ began: MORNING }), null)
      assert.equal(String(kiri.redact('cpr 010190-1234')), 'cpr [personnummer 1]')
    } finally {
      delete globalThis.window
    }
  })
})
