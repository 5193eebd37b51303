// How a talk ends: what is sent then, what the citizen is told, and what can be done afterwards.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import da from '../../www/strings/da.js'
import nb from '../../www/strings/nb.js'
import { HUMAN_ACTION } from '../standins/boost.js'
import { inEachBrowser, received } from './chat.js'
import { until } from './site.js'

const NOTED = 'inside(".note").some(it => it.textContent === arguments[0])'

inEachBrowser('the end of a talk', ({ browser, citizen, server }) => {
  const kiri = () => ({ policy: '/policies/kommune-kiri.json', endpoint: server.address, lang: 'da', 'human-action': HUMAN_ACTION })
  const prokom = () => ({ policy: '/policies/prokom.json', endpoint: server.address, lang: 'nb' })
  const began = attributes => citizen.begin(attributes, { servers: [server] })
  // The page goes away under the script, which some drivers take ill; and the next test would run into its loading.
  const reload = async () => {
    const run = async script => browser.run(script).catch(() => false)
    await run('window.stale = true; setTimeout(() => location.reload())')
    await until({ run: () => run('return !window.stale && document.readyState === "complete"') }, 'the page is loaded anew')
  }

  it('has the record of the policy sent at the end, unless it was declined', async () => {
    for (const declined of [false, true]) {
      await began(prokom())
      server.requests.length = 0
      if (declined) {
        await citizen.choose(nb.chat.labels.metadata)
        await citizen.click('dialog input')
        await citizen.closeDialog()
      }
      assert.deepEqual(server.talk().payloads, [], 'before the end, none is sent')
      await citizen.choose(nb.chat.labels.end)
      await until({ run: async () => server.requests.some(it => it.body?.command === 'STOP') }, '')
      const [payload] = server.talk().payloads
      assert.deepEqual(payload && Object.keys(payload.metadata), declined ? undefined : ['time', 'device', 'browser', 'page'])
      for (const { headers } of server.requests) assert.deepEqual([headers.referer, headers.cookie], [undefined, undefined])
    }
  })

  it('has declined the record also after the page was loaded anew, and in the next talk', async () => {
    await began(kiri())
    await citizen.choose(da.chat.labels.metadata)
    await citizen.click('dialog input')
    await citizen.closeDialog()
    await began(kiri())
    for (const round of ['resumed', 'next']) {
      await citizen.choose(da.chat.labels.end)
      await citizen.until(NOTED, da.chat.ended)
      await until({ run: async () => server.talk().stopped }, round)
      assert.deepEqual(server.talk().payloads, [], round)
      if (round === 'next') break
      await citizen.click('.composer .main', da.chat.anew)
      await citizen.until('chat.state === "ready" && inside("#message").length')
    }
  })

  for (const [how, go] of [['going to another', () => citizen.arrive({})], ['loading it anew', () => reload()]]) {
    it(`ends a talk that nothing keeps by leaving the page: ${how}`, async () => {
      await began(prokom())
      const talk = server.talk()
      await go()
      await until({ run: async () => talk.payloads.length && talk.stopped }, 'the record comes, and the end')
      assert.deepEqual(Object.keys(talk.payloads[0].metadata), ['time', 'device', 'browser', 'page'])
    })
  }

  it('begins anew after the end', async () => {
    await began(kiri())
    await citizen.say('Hej')
    await citizen.choose(da.chat.labels.end)
    await citizen.click('.composer .main', da.chat.anew)
    await citizen.until('chat.state === "ready" && inside("#message").length')
    assert.deepEqual(await citizen.text('.citizen'), [])
  })

  it('deletes a talk also after its end, and may begin another one', async () => {
    await began(kiri())
    await citizen.greet()
    await citizen.choose(da.chat.labels.end)
    await citizen.until(NOTED, da.chat.ended)
    assert.equal(server.talk().stopped, true)
    await citizen.choose('Slet samtalen')
    await citizen.click('dialog .danger')
    await citizen.until(NOTED, da.chat.delete.verified)
    assert.equal(server.talk().deleted, true)
    assert.deepEqual(await citizen.text('.turn'), [])
    assert.deepEqual(await citizen.run('return window.happened.map(it => it[0])'), ['open', 'ready', 'sent', 'ended', 'deleted'])
    assert.ok(!(await citizen.entries()).includes('Slet samtalen'), 'there is nothing left')
    await citizen.click('.composer .main', da.chat.anew)
    await citizen.until('chat.state === "ready" && inside("#message").length')
  })

  it('sends nothing more of an ended talk once another one has begun', async () => {
    await began(kiri())
    const first = server.talk().id
    await citizen.choose(da.chat.labels.end)
    await citizen.click('.composer .main', da.chat.anew)
    await citizen.until('chat.state === "ready" && inside("#message").length')
    server.requests.length = 0
    await citizen.choose('Slet samtalen')
    await citizen.click('dialog .danger')
    await citizen.until(NOTED, da.chat.delete.verified)
    assert.ok(server.requests.length > 0 && !received(server).includes(first))
  })

  it('is told at once that the talk is being ended, however long the server takes', async () => {
    await began(kiri())
    server.breakWith(() => 'hang')
    await citizen.choose(da.chat.labels.end)
    await citizen.until('inside(".composer [role=status]").some(it => it.textContent === arguments[0])', da.chat.ending)
    assert.deepEqual(await citizen.text('textarea, .send'), [])
    assert.deepEqual(await citizen.run('return window.happened.map(it => it[0])'), ['open', 'ready'], 'it has not ended yet')
    assert.ok(await citizen.run('return chat.shadowRoot.activeElement !== null'), 'the focus stays in the chat')
    // Nobody has to wait for the end to have it deleted.
    server.breakWith(undefined)
    await citizen.choose('Slet samtalen')
    await citizen.click('dialog .danger')
    await citizen.until(NOTED, da.chat.delete.verified)
    assert.equal(server.talk().deleted, true)
  })
})
