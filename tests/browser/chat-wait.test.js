// While a citizen waits: they see that an answer is on its way, and what comes while the chat is closed doesn't go unnoticed.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import da from '../../www/strings/da.js'
import { HUMAN_ACTION } from '../standins/boost.js'
import { BOT_KEY, startKindly } from '../standins/kindly.js'
import { inEachBrowser } from './chat.js'
import { until } from './site.js'

const WAITS = 'inside(".log > :last-child")[0].textContent === arguments[0]'

inEachBrowser('a citizen who waits', ({ citizen, server }) => {
  const kiri = () => citizen.begin({ policy: '/policies/kommune-kiri.json', endpoint: server.address, lang: 'da', 'human-action': HUMAN_ACTION }, { servers: [server] })

  /** The server takes what is posted, and answers when it's told to. */
  function slowly () {
    const answers = []
    server.breakWith(it => it.text.includes('"POST"') ? { body: new Promise(resolve => answers.push(resolve)) } : undefined)
    return answers
  }

  const answer = id => JSON.stringify({ response: { id, source: 'bot', language: 'da', elements: [{ type: 'text', payload: { text: `Svar ${id}` } }] } })

  it('sees that an answer is on its way until it has come, and a screen reader hears it once', async () => {
    await kiri()
    const answers = slowly()
    await citizen.run(`window.comes = 0
      new MutationObserver(all => { window.comes += all.flatMap(it => [...it.addedNodes]).filter(it => it.matches('.typing')).length }).observe(inside('[role=log]')[0], { childList: true })`)
    await citizen.say('Hvor bor I?')
    await citizen.until(WAITS, da.chat.awaited)
    await citizen.say('Og hvornår er der åbent?')
    assert.ok(await citizen.run(`return ${WAITS}`, da.chat.awaited), 'it stays last')
    answers[0](answer('9001'))
    await until({ run: async () => answers.length === 2 }, 'the other message is under way')
    assert.ok(await citizen.run('return inside(".typing").length'), 'one answer is still to come')
    answers[1](answer('9002'))
    await citizen.until('inside(".turn.bot").length === 3 && !inside(".typing").length')
    assert.deepEqual(await citizen.run('return [window.comes, inside("[role=log]")[0].getAttribute("aria-live")]'), [1, 'polite'])
  })

  it('sees it no more when the message did not go', async () => {
    await kiri()
    let fail
    server.breakWith(it => it.text.includes('"POST"') ? { status: 429, body: new Promise(resolve => { fail = resolve }) } : undefined)
    await citizen.say('Hvor bor I?')
    await citizen.until(WAITS, da.chat.awaited)
    fail('{}')
    await citizen.until('inside(".delivery").length && !inside(".typing").length')
  })

  it('sees it also where the answer is asked for by itself', async t => {
    const kindly = await startKindly()
    t.after(() => kindly.close())
    await citizen.begin({ policy: '/policies/cellbes.json', endpoint: kindly.address, lang: 'da', 'bot-key': BOT_KEY }, { servers: [kindly] })
    await citizen.until('inside(".turn.bot").length')
    kindly.breakWith(it => it.path.endsWith('/message/') ? { body: { id: 'm-slow' } } : undefined)
    await citizen.say('Hvor er min pakke?')
    await citizen.until(WAITS, da.chat.awaited)
    kindly.botSays('Den er på vej.')
    await citizen.until('inside(".turn.bot").length === 2 && !inside(".typing").length')
  })

  it('is told at the button, and by the screen reader, what came while the chat was closed', async () => {
    await kiri()
    await citizen.say('Hej')
    await citizen.click('.links button', 'Tal med et menneske')
    await citizen.until('inside(".standing")[0].textContent.includes(arguments[0])', da.chat.queue.waiting)
    await citizen.click('[part=close]')
    const told = () => citizen.run('return [inside(".launcher")[0].textContent, ...inside(".own > [role=status]").map(it => it.textContent)]')
    assert.deepEqual(await told(), ['', ''])
    server.agentJoins()
    server.agentSays('Er du der endnu?')
    await citizen.until('inside(".launcher")[0].textContent === arguments[0]', da.chat.news)
    assert.deepEqual(await told(), [da.chat.news, da.chat.news])
    assert.equal(await citizen.run('return inside(".own > [role=status]")[0].checkVisibility()'), true)
    await citizen.click('.launcher')
    assert.deepEqual(await told(), ['', ''])
    server.agentSays('Godt.')
    await citizen.until('inside(".turn.agent").length === 2')
    assert.deepEqual(await told(), ['', ''], 'what is read is no news')
  })

  it('is told at the button, in the language of the chat, that a message did not go after the chat was closed', async () => {
    await kiri()
    let fail
    server.breakWith(it => it.text.includes('"POST"') ? { status: 429, body: new Promise(resolve => { fail = resolve }) } : undefined)
    await citizen.say('Hvor bor I?')
    await citizen.click('[part=close]')
    await until({ run: async () => fail }, 'the message is under way')
    assert.deepEqual(await citizen.text('.launcher'), [''])
    fail('{}')
    await citizen.until('inside(".launcher")[0].textContent === arguments[0]', da.chat.news)
    assert.deepEqual(await citizen.run('return inside(".own > [role=status]").map(it => [it.lang, it.textContent])'), [['da', da.chat.news]])
  })
})
