// What is sent from a form: the citizen is told how that went, also after closing the form, and keeps what was typed.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import da from '../../www/strings/da.js'
import { BOT_KEY, startKindly } from '../standins/kindly.js'
import { inEachBrowser, policyOf } from './chat.js'

inEachBrowser('a form', ({ browser, citizen, server }) => {
  const kiri = () => citizen.begin({ policy: '/policies/kommune-kiri.json', endpoint: server.address, lang: 'da' }, { servers: [server] })
  const closers = () => citizen.text('dialog .closer')
  const noted = said => citizen.until('inside(".note").at(-1).textContent.includes(arguments[0])', said)

  /** A server that refuses what has these words in it, when it's told to. */
  function refuses (server, what) {
    let answer
    const answered = new Promise(resolve => { answer = resolve })
    server.breakWith(it => (it.path + it.text).includes(what) ? { status: 500, body: answered } : undefined)
    return () => answer('{}')
  }

  /** The form before the queue, filled in. */
  async function fillsForm (t) {
    const kindly = await startKindly()
    t.after(() => kindly.close())
    const policy = policyOf('cellbes')
    delete policy.handover.hours
    delete policy.handover.closed
    const attributes = { policy: '/policies/cellbes.json', endpoint: kindly.address, lang: 'da', 'bot-key': BOT_KEY, 'human-exchange': 'kundeservice' }
    await citizen.begin(attributes, { servers: [kindly], answer: path => path.startsWith('/policies/') ? { body: JSON.stringify(policy) } : undefined })
    await citizen.choose(da.chat.labels.person)
    await citizen.fill('#field-email', 'maja@example.org')
    await citizen.fill('#field-question', 'Hvor er pakken?')
    return kindly
  }

  it('says that it is being sent, and that closing it is no cancelling any more', async t => {
    const kindly = await fillsForm(t)
    assert.deepEqual(await closers(), [da.chat.cancel])
    const fail = refuses(kindly, 'message/')
    await citizen.click('dialog .main')
    await citizen.until('inside("dialog [aria-live]")[0].textContent === arguments[0]', da.chat.file.busy)
    assert.deepEqual(await closers(), [da.chat.done])
    fail()
    await citizen.until('inside("dialog [aria-live]")[0].textContent.includes(arguments[0])', da.chat.uncertain)
    assert.equal(await citizen.run('return inside("#field-question")[0].value'), 'Hvor er pakken?')
  })

  it('that is longer than its window says in sight that it failed', async t => {
    const kindly = await fillsForm(t)
    const size = await browser.resize(500, 400)
    await citizen.run('inside("dialog")[0].scrollTop = 0')
    refuses(kindly, 'message/')()
    await citizen.click('dialog .main')
    await citizen.until('inside("dialog .ways").length')
    const [problem, buttons] = await citizen.run('return [inside("dialog [aria-live] .problem")[0].getBoundingClientRect().bottom, inside("dialog .buttons")[0].getBoundingClientRect().top]')
    await size.restore()
    assert.ok(problem <= buttons, `${problem} is over the buttons at ${buttons}`)
  })

  it('before the queue that fails after it was closed says so in the talk, and has what was typed', async t => {
    const kindly = await fillsForm(t)
    const fail = refuses(kindly, 'message/')
    await citizen.click('dialog .main')
    await citizen.closeDialog()
    fail()
    await noted(da.chat.uncertain)
    await noted(policyOf('cellbes').other_ways[0].value)
    kindly.breakWith(undefined)
    await citizen.click('.note button', da.chat.retry)
    await citizen.until('inside("dialog[open]").length')
    assert.deepEqual(await citizen.run('return inside("dialog input, dialog textarea").map(it => it.value)'), ['', 'maja@example.org', 'Hvor er pakken?'])
    assert.deepEqual(await citizen.text('.note button'), [], 'it is tried again once')
    await citizen.click('dialog .main')
    await citizen.until('!inside("dialog").length && inside(".standing")[0].textContent.includes(arguments[0])', da.chat.queue.waiting)
  })

  it('for feedback that fails after it was closed says so in the talk, and has what was typed', async () => {
    await kiri()
    await citizen.choose(da.chat.labels.feedback)
    await citizen.run('inside("dialog input")[1].checked = true')
    await citizen.fill('dialog textarea', 'Det var svært.')
    const fail = refuses(server, '"FEEDBACK"')
    await citizen.click('dialog .main')
    await citizen.closeDialog()
    fail()
    await noted(da.chat.uncertain)
    server.breakWith(undefined)
    await citizen.click('.note button', da.chat.retry)
    await citizen.click('dialog .main')
    await citizen.until('inside("dialog [role=status]")[0]?.textContent === arguments[0]', da.chat.feedback.thanks)
    assert.deepEqual(server.talk().feedback, [{ rating: 0, text: 'Det var svært.' }])
  })

  it('gives way to the failure when the engine has stopped', async t => {
    const kindly = await fillsForm(t)
    await citizen.prepareRuin()
    const before = kindly.requests.length
    await citizen.run('window.ruin(); inside("dialog .main")[0].click()')
    await citizen.until('chat.state === "failed" && !inside("dialog").length')
    assert.ok(!kindly.requests.slice(before).some(it => it.text.includes('pakken')))
  })
})
