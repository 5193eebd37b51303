// What a tab keeps of a talk for the next page, and what the citizen finds of it there.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import da from '../../www/strings/da.js'
import { startBoost } from '../standins/boost.js'
import { startHttp } from '../standins/http.js'
import { assertGone, inEachBrowser } from './chat.js'
import { until } from './site.js'

const NOTED = 'inside(".note").some(it => it.textContent === arguments[0])'
const NOTHING = [[], [], '']

inEachBrowser('a talk that the tab keeps', ({ citizen, server }) => {
  const boost = () => ({ policy: '/policies/kommune-kiri.json', endpoint: server.address, lang: 'da' })

  /** A server by our own contract, with the same policy. */
  async function http (t) {
    const server = await startHttp()
    t.after(() => server.close())
    return { server, attributes: { policy: '/policies/kommune-kiri.json', platform: 'http', endpoint: server.address, lang: 'da' } }
  }

  it('is gone from it when the server has ended it: boost.ai', async () => {
    await citizen.begin(boost(), { servers: [server] })
    await citizen.greet()
    assert.deepEqual(await citizen.stored(), [['slor-chat'], [], ''])
    server.forgets()
    await citizen.say('Er du der?')
    await citizen.until(NOTED, da.chat.ended)
    assert.deepEqual(await citizen.stored(), NOTHING)
  })

  for (const status of [404, 410]) {
    it(`is gone from it when the server has ended it: http, ${status}`, async t => {
      const { server, attributes } = await http(t)
      await citizen.begin(attributes, { servers: [server] })
      await citizen.greet()
      server.breakWith(() => ({ status, body: {} }))
      await citizen.say('Er du der?')
      await citizen.until(NOTED, da.chat.ended)
      assert.deepEqual(await citizen.stored(), NOTHING)
    })
  }

  it('stays in it when the element goes out of the page', async () => {
    await citizen.begin(boost(), { servers: [server] })
    await citizen.greet()
    await citizen.run('chat.remove(); window.gone = chat')
    await citizen.until('window.gone.state === "closed"')
    const kept = await citizen.run('document.body.append(window.gone); return sessionStorage.getItem("slor-chat")')
    assert.ok(kept.includes('Hej'))
    await citizen.open()
    assert.deepEqual(await citizen.text('.citizen .bubble p'), ['Hej'])
  })

  it('stays in it when the element goes out of the page while the server is asked for it', async () => {
    await citizen.begin(boost(), { servers: [server] })
    await citizen.greet()
    server.breakWith(it => it.text.includes('"RESUME"') ? 'hang' : undefined)
    const asked = () => server.requests.filter(it => it.body?.command === 'RESUME').length
    await citizen.arrive(boost(), { servers: [server] })
    await citizen.run('chat.open()')
    await until({ run: async () => asked() === 1 }, 'it is asked for')
    await citizen.run('window.gone = chat; chat.remove()')
    await until(citizen.browser, 'return window.gone.state === "closed"')
    await citizen.run('document.body.append(window.gone)')
    server.breakWith(undefined)
    await citizen.open()
    assert.equal(await citizen.run('return chat.state'), 'ready')
    assert.deepEqual(await citizen.text('.citizen .bubble p'), ['Hej'])
    assert.equal(server.requests.filter(it => it.body?.command === 'START').length, 1)
    assert.deepEqual(await citizen.run('return window.logged'), [])
  })

  it('stays in it when the server has too much to do', async () => {
    await citizen.begin(boost(), { servers: [server] })
    await citizen.greet()
    server.breakWith(it => it.text.includes('"RESUME"') ? { status: 429, body: {} } : undefined)
    await citizen.arrive(boost(), { servers: [server] })
    await citizen.open()
    assert.deepEqual(await citizen.stored(), [['slor-chat'], [], ''])
    server.breakWith(undefined)
    await citizen.click('.failure button', da.chat.retry)
    await citizen.until('chat.state === "ready"')
    assert.deepEqual(await citizen.text('.citizen .bubble p'), ['Hej'])
  })

  it('is told by whom it is answered also where the talk that was kept is there no more', async () => {
    await citizen.begin(boost(), { servers: [server] })
    await citizen.greet()
    server.forgets()
    await citizen.begin(boost(), { servers: [server] })
    assert.deepEqual(await citizen.text('.citizen'), [])
    assert.equal((await citizen.text('#machine')).length, 1)
  })

  it('still asks for what must be answered before anybody may write', async t => {
    const server = await startBoost({ consent: true })
    t.after(() => server.close())
    const attributes = { ...boost(), endpoint: server.address }
    await citizen.begin(attributes, { servers: [server] })
    await citizen.begin(attributes, { servers: [server] })
    assert.deepEqual(await citizen.text('#problem'), [da.chat.blocked])
    assert.deepEqual(await citizen.text('.links button'), ['Ja, det er i orden', 'Nej'])
    await citizen.click('.links button', 'Ja, det er i orden')
    await citizen.until('inside(".turn.bot").length === 2 && !inside("#problem")[0].textContent')
    await citizen.say('Hej')
    await citizen.until('inside(".turn.bot").length === 3')
  })

  it('has the buttons of its answers, and what is to know of them', async t => {
    const { server, attributes } = await http(t)
    await citizen.begin(attributes, { servers: [server] })
    await citizen.greet()
    const shown = await citizen.text('.turn')
    Object.assign(server.talk().messages.at(-1), { generated: true })
    await citizen.begin(attributes, { servers: [server] })
    assert.deepEqual(await citizen.text('.turn'), [...shown.slice(0, -1), shown.at(-1) + da.chat.generated], 'each once, in the same order')
    assert.deepEqual(await citizen.text('.turn:last-child .links li'), ['Mere', 'Side'])
    assertGone(['Mere', 'kommune.example'], await citizen.run('return sessionStorage.getItem("slor-chat")'), 'the storage')
    await citizen.click('.links button', 'Mere')
    await citizen.until('inside(".turn.bot").at(-1).textContent.includes("Mere om det.")')
  })

  it('has answers without words that the engine reads, as the server gave them', async t => {
    const { server, attributes } = await http(t)
    await citizen.begin(attributes, { servers: [server] })
    server.breakWith(it => it.method === 'POST' ? { body: { messages: [{ id: 'm-own', from: 'bot', text: 'Здравствуйте, меня зовут Иван, чем помочь' }] } } : undefined)
    await citizen.greet()
    server.breakWith(it => it.method === 'GET' ? { body: { messages: [{ id: 'm-own', from: 'bot', text: 'Здравствуйте, меня зовут Иван, чем помочь' }] } } : undefined)
    await citizen.begin(attributes, { servers: [server] })
    assert.deepEqual((await citizen.text('.bubble')).filter(it => !it.trim()), [])
    assert.ok((await citizen.text('.turn.bot')).some(it => it.includes('Иван')))
  })

  for (const [what, fault, live, later] of [
    ['was not sent', { status: 429, body: {} }, da.chat.notSent, [da.chat.notSent]],
    ['nobody knows of', { status: 502, body: {} }, da.chat.uncertain, [da.chat.uncertain]],
    ['was under way', 'hang', undefined, [da.chat.uncertain]],
    ['did arrive', 'lose', da.chat.uncertain, []]
  ]) {
    it(`says so of a message that ${what}`, async () => {
      await citizen.begin(boost(), { servers: [server] })
      server.breakWith(it => it.text.includes('"POST"') ? fault : undefined)
      await citizen.say('Hvor bor I?')
      if (live) await citizen.until('inside(".delivery .problem")[0]?.textContent === arguments[0]', live)
      else await until({ run: async () => server.requests.some(it => it.text.includes('"POST"')) }, 'it is under way')
      server.breakWith(undefined)
      await citizen.begin(boost(), { servers: [server] })
      assert.deepEqual(await citizen.text('.delivery .problem'), later)
      assert.deepEqual(await citizen.text('.citizen .bubble'), ['Hvor bor I?'])
      await citizen.say('Hej')
      await citizen.until('inside(".turn").at(-1).matches(".bot")')
      await citizen.begin(boost(), { servers: [server] })
      assert.deepEqual(await citizen.text('.delivery .problem'), later, 'also on the page after that')
    })
  }

  it('is offered again what did not arrive, and it goes as it was masked', async () => {
    await citizen.begin(boost(), { servers: [server] })
    server.breakWith(it => it.text.includes('"POST"') ? { status: 429, body: {} } : undefined)
    await citizen.say('Mit cpr er 010190-1234')
    await citizen.until('inside(".delivery button").length')
    server.breakWith(undefined)
    await citizen.begin(boost(), { servers: [server] })
    server.requests.length = 0
    await citizen.click('.delivery button', da.chat.again)
    await citizen.until('!inside(".delivery").length && inside(".turn.bot").length === 2')
    assert.deepEqual(server.requests.filter(it => it.body?.type === 'text').map(it => it.body.value), ['Mit cpr er [personnummer 1]'])
    await citizen.begin(boost(), { servers: [server] })
    assert.deepEqual(await citizen.text('.delivery'), [], 'it has arrived')
  })

  it('finds a button again that was chosen in vain, and not its words as a message', async () => {
    await citizen.begin(boost(), { servers: [server] })
    await citizen.greet()
    server.breakWith(it => it.text.includes('"POST"') ? { status: 429, body: {} } : undefined)
    await citizen.click('.links button', 'Tal med et menneske')
    await citizen.until('inside(".delivery button").length')
    server.breakWith(undefined)
    await citizen.begin(boost(), { servers: [server] })
    assert.deepEqual([await citizen.text('.delivery .problem'), await citizen.text('.delivery button')], [[da.chat.notSent], []])
    assert.deepEqual(await citizen.text('.links button'), ['Tal med et menneske'])
  })

  it('takes each message that arrived for one, where two say the same', async () => {
    await citizen.begin(boost(), { servers: [server] })
    await citizen.greet()
    server.breakWith(it => it.text.includes('"POST"') ? { status: 429, body: {} } : undefined)
    await citizen.say('Hej')
    await citizen.until('inside(".delivery .problem").length')
    server.breakWith(undefined)
    await citizen.begin(boost(), { servers: [server] })
    assert.deepEqual(await citizen.run('return inside(".citizen").map(it => it.querySelectorAll(".delivery").length)'), [0, 1])
  })
})
