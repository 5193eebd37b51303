// A deletion that fails: the citizen is told, can try again, and can begin another talk.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import da from '../../www/strings/da.js'
import { inEachBrowser, policyOf } from './chat.js'

const kiri = policyOf('kommune-kiri')

inEachBrowser('a deletion that fails', ({ citizen, server }) => {
  const here = () => ({ policy: '/policies/kommune-kiri.json', endpoint: server.address, lang: 'da' })

  /** Asks to delete a talk, which the server refuses. */
  async function deletesInVain (fault = { status: 500, body: {} }) {
    await citizen.begin(here(), { servers: [server] })
    await citizen.say('Hej')
    server.breakWith(it => it.text.includes('"DELETE"') ? fault : undefined)
    await citizen.choose(da.chat.labels.delete)
    await citizen.click('dialog .danger')
  }

  it('says when the server could not delete, and can be asked again', async () => {
    await deletesInVain()
    await citizen.until('inside("dialog [role=alert]").some(it => it.textContent.includes(arguments[0]))', da.chat.delete.failed)
    assert.deepEqual(await citizen.stored(), [[], [], ''], 'what is here is gone all the same')
    server.breakWith(undefined)
    await citizen.click('dialog .danger', da.chat.retry)
    await citizen.until('inside(".note").some(it => it.textContent === arguments[0])', da.chat.delete.verified)
  })

  it('lets nobody write into a talk that could not be deleted, and stores nothing of it again', async () => {
    await deletesInVain()
    await citizen.until('inside("dialog [role=alert]").length')
    await citizen.closeDialog()
    assert.deepEqual(await citizen.text('textarea'), [])
    assert.deepEqual(await citizen.stored(), [[], [], ''])
    assert.ok((await citizen.entries()).includes(da.chat.labels.delete), 'it can be asked for again')
  })

  it('says so in the talk when the deletion fails after its dialog was closed', async () => {
    await citizen.begin(here(), { servers: [server] })
    let fail
    const failing = new Promise(resolve => { fail = resolve })
    server.breakWith(it => it.text.includes('"DELETE"') ? { status: 500, body: failing } : undefined)
    await citizen.choose(da.chat.labels.delete)
    await citizen.click('dialog .danger')
    await citizen.closeDialog()
    fail('{}')
    await citizen.until('inside(".note").some(it => it.textContent.includes(arguments[0]) && it.textContent.includes(arguments[1]))', da.chat.delete.failed, kiri.other_ways[0].value)
  })

  for (const fault of ['drop', { status: 500, body: {} }]) {
    it(`says in the talk that it could not be deleted, tries again, and begins another one: ${JSON.stringify(fault)}`, async () => {
      await deletesInVain(fault)
      await citizen.until('inside("dialog [role=alert]").length')
      await citizen.closeDialog()
      // What is told stays so when the chat is closed and opened.
      for (const round of ['at once', 'later']) {
        const told = await citizen.text('.note')
        assert.equal(told.length, 1, round)
        assert.ok(told[0].includes(da.chat.delete.failed) && told[0].includes(kiri.other_ways[0].value), told[0])
        assert.deepEqual(await citizen.text('.composer button'), [da.chat.anew], round)
        await citizen.click('[part=close]')
        await citizen.click('.launcher')
      }
      await citizen.click('.note button', da.chat.retry)
      await citizen.click('dialog .danger')
      await citizen.until('inside("dialog [role=alert]").length')
      await citizen.closeDialog()
      assert.equal((await citizen.text('.note')).length, 1, 'it is told once')
      server.breakWith(undefined)
      await citizen.click('.composer button', da.chat.anew)
      await citizen.until('chat.state === "ready" && inside("#message").length')
      assert.deepEqual(await citizen.text('.citizen'), [])
    })
  }

  it('is no matter of the engine: the talk can be deleted after that has stopped', async () => {
    await citizen.begin(here(), { servers: [server] })
    await citizen.greet()
    await citizen.prepareRuin()
    await citizen.run('window.ruin(); inside("#message")[0].dispatchEvent(new Event("input"))')
    await citizen.until('chat.state === "failed"')
    server.requests.length = 0
    server.breakWith(it => it.text.includes('"DELETE"') ? { status: 500, body: {} } : undefined)
    await citizen.click('.failure button', 'Slet samtalen')
    await citizen.click('dialog .danger')
    await citizen.until('inside("dialog [role=alert]").length')
    assert.deepEqual(await citizen.stored(), [[], [], ''])
    await citizen.closeDialog()
    await citizen.until('inside(".failure [role=status]")[0].textContent === arguments[0]', da.chat.delete.failed)
    server.breakWith(undefined)
    await citizen.click('.failure button', 'Slet samtalen')
    await citizen.click('dialog .danger')
    await citizen.until('inside(".failure [role=status]").at(-1).textContent === arguments[0]', da.chat.delete.verified)
    assert.equal(server.talk().deleted, true)
    assert.deepEqual(await citizen.text('.failure button'), [da.chat.reload])
    assert.deepEqual([...new Set(server.requests.map(it => it.body?.command).filter(Boolean))], ['DELETE', 'RESUME'], 'nothing else was sent')
  })

  it('offers no other talk while one is being deleted, which would break that off', async () => {
    await citizen.begin(here(), { servers: [server] })
    await citizen.greet()
    await citizen.choose(da.chat.labels.end)
    await citizen.until('inside(".composer button").length')
    let answer
    const answering = new Promise(resolve => { answer = resolve })
    server.breakWith(it => it.text.includes('"DELETE"') ? { body: answering } : undefined)
    await citizen.choose(da.chat.labels.delete)
    await citizen.click('dialog .danger')
    await citizen.closeDialog()
    assert.deepEqual(await citizen.text('.composer button'), [])
    answer('{}')
    await citizen.until('inside(".composer button").length')
    assert.ok((await citizen.text('.note')).includes(da.chat.delete.unverified))
  })
})
