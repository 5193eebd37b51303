// A citizen's whole way through the chat, once for each of the five policies, against servers that record all they get.
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, it } from 'node:test'
import { HUMAN_ACTION, startBoost } from '../standins/boost.js'
import { startHttp } from '../standins/http.js'
import { BOT_KEY, startKindly } from '../standins/kindly.js'
import { browsers } from './browsers.js'
import { assertGone, Citizen, engineFor, policyOf, received } from './chat.js'
import { startSite, until } from './site.js'

const boost = {
  start: () => startBoost({ consent: true }),
  attributes: { 'human-action': HUMAN_ACTION },
  sent: server => server.requests.filter(it => it.body?.type === 'text').map(it => it.body.value),
  records: server => server.talk().payloads.map(it => it.metadata),
  feedback: server => server.talk().feedback
}
// A server that keeps a deleted talk without its texts is one that can take what the policy leaves.
const overwriting = { ...boost, start: () => startBoost({ consent: true, overwrites: true }) }
const kindly = {
  start: () => startKindly(),
  attributes: { 'bot-key': BOT_KEY, 'human-exchange': 'kundeservice' },
  sent: server => server.requests.filter(it => it.path.endsWith('/message/') && it.body).map(it => it.body.message),
  records: () => [],
  feedback: server => server.talk().feedback
}
const http = {
  start: () => startHttp(),
  attributes: { platform: 'http' },
  sent: server => server.requests.filter(it => it.method === 'POST' && it.path.endsWith('/messages')).map(it => it.body.text),
  records: server => server.ended.map(it => it.metadata).filter(Boolean),
  feedback: server => server.talk().feedback
}

const JOURNEYS = [
  { id: 'kommune-kiri', language: 'da', platform: overwriting, icon: 'question', messages: ['Hej, jeg hedder Maja Holm 😀', 'Mit cpr er 010190-1234, og jeg har diabetes', 'Maja igen: ring på 12 34', '56 78'] },
  { id: 'kommun-kim', language: 'sv', platform: boost, icon: 'question', declines: true, messages: ['Hej, jag heter Maja Holm', 'Mitt personnummer är 19900101-2384 och jag har diabetes'] },
  { id: 'prokom', language: 'nn', platform: overwriting, icon: 'question', leaves: ['time', 'device'], messages: ['Hei, eg heiter Maja Holm', 'Fødselsnummeret mitt er 01019012345, send til maja@example.org'] },
  { id: 'migri', language: 'fi', platform: http, icon: 'dots', messages: ['Hei, henkilötunnukseni on 010190-123A', 'Asiakasnumeroni on 12345678'] },
  { id: 'cellbes', language: 'da', platform: kindly, icon: 'gear', messages: ['Hej, min ordre 40012345 er ikke kommet, skriv til maja@example.org', 'Mit cpr er 010190-1234'] }
]

// The opening hours of the shop are no matter of the day on which the tests run; chat-parts.test.js has them.
function alwaysOpen (policy) {
  const { hours, closed, ...handover } = policy.handover ?? {}
  return policy.handover ? { ...policy, handover } : policy
}

for (const [name, start] of Object.entries(browsers)) {
  describe(`the chat in ${name}`, () => {
    let site
    let browser
    let citizen
    let server
    before(async () => {
      [site, browser] = await Promise.all([startSite(), start()])
      citizen = new Citizen(browser, site)
    })
    afterEach(() => server?.close())
    after(() => Promise.all([browser?.close(), site?.close()]))

    for (const { id, language, platform, icon, messages, declines, leaves = [] } of JOURNEYS) {
      it(`lets nothing unmasked leave on the way through ${id}`, async () => {
        const policy = alwaysOpen(policyOf(id))
        const strings = (await import(`../../www/strings/${language}.js`)).default
        const { chat: words } = strings
        const engine = await engineFor(policy, language)
        server = await platform.start()
        const answer = path => path === `/policies/${id}.json` ? { body: JSON.stringify(policy) } : undefined
        const attributes = { policy: `/policies/${id}.json`, endpoint: server.address, lang: language, ...platform.attributes }
        await citizen.arrive(attributes, { servers: [server], answer })

        // Nothing before the chat is opened.
        assert.deepEqual(await citizen.stored(), [[], [], ''])
        assert.equal(server.requests.length, 0)
        assert.deepEqual(await citizen.run('return performance.getEntriesByType("resource").map(it => it.name).filter(it => it.endsWith(".wasm"))'), [])
        await citizen.until('inside(".launcher")[0].classList.contains("bottom_right")')

        await citizen.open()
        await citizen.until('chat.state === "ready"')
        const isBoost = platform.attributes === boost.attributes
        if (isBoost) await citizen.click('.links button', 'Ja, det er i orden')
        const label = key => policy.menu?.labels?.[key]?.[language] ?? words.labels[key]
        assert.equal(await citizen.run('return inside("[part=menu-button]")[0].dataset.icon'), icon)
        assert.equal(await citizen.run('return inside(".bar [part=menu-button]").length'), 1)
        await citizen.until('inside("#message").length && !inside("#problem")[0].textContent')
        const expected = []
        for (const message of messages) {
          await citizen.say(message)
          expected.push(engine.add(message))
          await until({ run: async () => platform.sent(server).length === expected.length }, '')
          assert.equal((await citizen.text('.citizen .bubble p')).at(-1), expected.at(-1), 'what was sent is shown as it was sent')
        }
        assert.deepEqual(platform.sent(server), expected)

        const entries = await citizen.entries()
        assert.equal(entries.includes(label('delete')), policy.deletion.offered)
        assert.equal(entries.includes(label('download')), policy.download?.offered === true)
        assert.equal(entries.includes(label('person')), policy.handover?.from_start === true)
        await citizen.choose(words.ways)
        const [ways] = await citizen.text('dialog')
        for (const { value } of policy.other_ways) assert.ok(ways.includes(value))
        await citizen.closeDialog()

        await citizen.choose(label('feedback'))
        await citizen.click('dialog input[value=good]')
        await citizen.fill('dialog textarea', messages.at(-1))
        await citizen.click('dialog .main')
        await citizen.until('inside("dialog").some(it => it.textContent.includes(arguments[0]))', words.feedback.thanks)
        assert.ok(JSON.stringify(platform.feedback(server)).includes(JSON.stringify(String(engine.redactor.redact(messages.at(-1)))).slice(1, -1)))
        await citizen.closeDialog()

        if (platform === kindly) {
          await citizen.choose(label('person'))
          await citizen.click('dialog .main')
          await citizen.until('inside("dialog [aria-invalid=true]").length', 'what is required is asked for')
          await citizen.fill('#field-order', '40012345')
          await citizen.fill('#field-email', 'maja@example.org, 010190-1234')
          await citizen.fill('#field-question', messages[0])
          await citizen.click('dialog .main')
          await citizen.until('!inside("dialog").length')
          const { context } = server.talk()
          assert.equal(context.order, '40012345')
          assert.equal(context.email, 'maja@example.org, [personnummer 1]')
          assert.equal(context.question, String(engine.redactor.redact(messages[0])))
        }
        if (isBoost) await citizen.click('.links button', 'Tal med et menneske')
        if (platform !== http) await citizen.until('inside(".standing")[0].textContent.includes(arguments[0])', words.queue.waiting)
        server.agentJoins()
        if (platform === http) {
          await citizen.say('?')
          engine.add('?')
        }
        await citizen.until('inside(".note").some(it => it.textContent.includes(arguments[0]))', words.human.joined)
        const notice = policy.handover?.notice?.[language]
        if (notice) assert.ok((await citizen.text('.note')).some(it => it.includes(notice)))
        server.agentSays('Goddag, hvad kan jeg gøre?')
        await citizen.until('inside(".agent").some(it => it.textContent.includes("Goddag"))')
        await citizen.say(messages[1])
        assert.equal((await citizen.text('.citizen .bubble p')).at(-1), engine.add(messages[1]))
        await citizen.click('.standing button', words.human.leave)
        await citizen.until('inside(".note").some(it => it.textContent.includes(arguments[0]))', words.human.left)

        await citizen.choose(label('notice'))
        await citizen.until('inside("dialog details").length')
        const sections = (await citizen.text('dialog summary')).length
        assert.ok(sections > 5)
        await citizen.closeDialog()

        if (policy.metadata.fields.length) {
          await citizen.choose(label('metadata'))
          assert.ok((await citizen.text('dialog li')).includes(words.metadata.fields.time))
          if (declines) await citizen.click('dialog input')
          await citizen.closeDialog()
        }

        const sofar = await citizen.traces()
        // Cellbes needs the order number and the address to answer; the conversation keeps them for that.
        const secrets = [...engine.secrets].filter(it => !(id === 'cellbes' && ['40012345', 'maja@example.org'].includes(it)))
        assert.ok(secrets.length > 0)
        assertGone(secrets, sofar, 'the page')
        assertGone(secrets, received(server), 'the server')
        assert.deepEqual(platform.records(server), [], 'no record before the end')

        if (policy.deletion.offered) {
          await citizen.choose(label('delete'))
          const [asked] = await citizen.text('dialog')
          for (const field of ['time', 'device']) assert.equal(asked.includes(words.metadata.fields[field]), leaves.includes(field), 'what is left is told before')
          await citizen.click('dialog .danger')
          await citizen.until('inside(".note").some(it => it.textContent === arguments[0])', words.delete.verified)
          assert.deepEqual(await citizen.text('.turn'), [])
        } else {
          await citizen.choose(label('end'))
          await citizen.until('inside(".note").some(it => it.textContent === arguments[0])', words.ended)
        }
        assert.deepEqual(platform.records(server).map(it => Object.keys(it)), leaves.length ? [leaves] : [])
        assert.deepEqual(await citizen.stored(), [[], [], ''])
        assert.deepEqual(await citizen.run('return window.logged'), [])
        assertGone(secrets, received(server), 'the server')
        const hosts = await citizen.run('return [...new Set(performance.getEntriesByType("resource").map(it => new URL(it.name).origin))]')
        assert.deepEqual(hosts.filter(it => it !== site.url && it !== server.url), [])
      })
    }
  })
}
