// What a tab keeps of a talk for the next page, and what the citizen finds of it there.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import da from '../../www/strings/da.js'
import { startHttp } from '../standins/http.js'
import { inEachBrowser } from './chat.js'

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
    await citizen.say('Hej')
    await citizen.until('inside(".turn.bot").length === 2')
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
      await citizen.say('Hej')
      await citizen.until('inside(".turn.bot").length === 2')
      server.breakWith(() => ({ status, body: {} }))
      await citizen.say('Er du der?')
      await citizen.until(NOTED, da.chat.ended)
      assert.deepEqual(await citizen.stored(), NOTHING)
    })
  }

  it('stays in it when the element goes out of the page', async () => {
    await citizen.begin(boost(), { servers: [server] })
    await citizen.say('Hej')
    await citizen.until('inside(".turn.bot").length === 2')
    await citizen.run('chat.remove(); window.gone = chat')
    await citizen.until('window.gone.state === "closed"')
    const kept = await citizen.run('document.body.append(window.gone); return sessionStorage.getItem("slor-chat")')
    assert.ok(kept.includes('Hej'))
    await citizen.open()
    assert.deepEqual(await citizen.text('.citizen .bubble p'), ['Hej'])
  })

  it('is told by whom it is answered also where the talk that was kept is there no more', async () => {
    await citizen.begin(boost(), { servers: [server] })
    await citizen.say('Hej')
    await citizen.until('inside(".turn.bot").length === 2')
    server.forgets()
    await citizen.begin(boost(), { servers: [server] })
    assert.deepEqual(await citizen.text('.citizen'), [])
    assert.equal((await citizen.text('#machine')).length, 1)
  })
})
