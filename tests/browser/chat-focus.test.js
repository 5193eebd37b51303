// Whoever works the chat by keyboard or screen reader never loses their place in it, whatever comes and goes meanwhile.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import da from '../../www/strings/da.js'
import { HUMAN_ACTION, startBoost } from '../standins/boost.js'
import { BOT_KEY, startKindly } from '../standins/kindly.js'
import { browsers } from './browsers.js'
import { Citizen, policyOf } from './chat.js'
import { startSite } from './site.js'

for (const [name, start] of Object.entries(browsers)) {
  describe(`the focus in the chat in ${name}`, () => {
    let site
    let browser
    let citizen
    let boost
    let kindly
    before(async () => {
      [site, browser, boost, kindly] = await Promise.all([startSite(), start(), startBoost(), startKindly()])
      citizen = new Citizen(browser, site)
    })
    beforeEach(async () => {
      await citizen.leave()
      boost.breakWith(undefined)
      kindly.breakWith(undefined)
    })
    after(() => Promise.all([browser?.close(), site?.close(), boost?.close(), kindly?.close()]))

    const kiri = (more, answer) => citizen.begin({ policy: '/policies/kommune-kiri.json', endpoint: boost.address, lang: 'da', 'human-action': HUMAN_ACTION, ...more }, { servers: [boost], answer })
    const cellbes = () => {
      const policy = policyOf('cellbes')
      delete policy.handover.hours
      delete policy.handover.closed
      const answer = path => path.startsWith('/policies/') ? { body: JSON.stringify(policy) } : undefined
      return citizen.begin({ policy: '/policies/cellbes.json', endpoint: kindly.address, lang: 'da', 'bot-key': BOT_KEY, 'human-exchange': 'kundeservice' }, { servers: [kindly], answer })
    }
    const refuse = (server, what) => server.breakWith(it => (it.path + it.text).includes(what) ? { status: 500, body: {} } : undefined)
    const rests = selector => citizen.until('chat.shadowRoot.activeElement?.matches(arguments[0])', selector)
    const press = async (selector, text) => {
      const found = 'inside(arguments[0]).find(it => it.checkVisibility() && (arguments[1] === null || it.textContent === arguments[1]))'
      await citizen.until(found, selector, text ?? null)
      await citizen.run(`${found}.focus()`, selector, text ?? null)
      await browser.press('Enter')
    }
    const queues = async () => {
      await kiri()
      await citizen.say('Hej')
      await press('.links button', 'Tal med et menneske')
      await citizen.until('inside(".standing button").length')
      await citizen.run('inside(".standing button")[0].focus()')
    }

    it('comes to what stands inside of the tag, and past it, where the chat covers the page', async () => {
      await kiri()
      const size = await browser.resize(900, 440)
      await citizen.until('inside(".panel")[0].getAttribute("role") === "dialog"')
      await citizen.run('const call = document.createElement("a"); call.href = "tel:70000000"; chat.replaceChildren(call); call.textContent = "70 00 00 00"; window.prepareRuin()')
      await citizen.until('window.ruin !== undefined')
      await citizen.run('window.ruin(); const [box] = inside("#message"); box.focus(); box.dispatchEvent(new Event("input"))')
      await citizen.until('chat.state === "failed"')
      const walk = async key => {
        const found = []
        for (let n = 0; n < 12; n++) {
          await browser.press(key)
          found.push(await citizen.run('const it = chat.shadowRoot.activeElement ?? document.activeElement; return it.title || it.textContent'))
        }
        return new Set(found)
      }
      for (const key of ['Tab', 'Shift+Tab']) {
        const found = await walk(key)
        for (const it of ['70 00 00 00', da.chat.close, da.chat.reload]) assert.ok(found.has(it), `${key}: ${[...found]}`)
      }
      await size.restore()
    })

    it('goes to the box when a message is sent again', async () => {
      await kiri()
      refuse(boost, '"POST"')
      await citizen.say('Hej')
      await citizen.until('inside(".delivery button").length')
      boost.breakWith(undefined)
      await press('.delivery button')
      await citizen.until('!inside(".delivery").length')
      await rests('#message')
    })

    it('begins at the title of a dialog, before all that there is to read', async () => {
      await kiri()
      await citizen.say('Hej')
      for (const key of ['delete', 'notice', 'metadata', 'feedback']) {
        await citizen.choose(da.chat.labels[key])
        await citizen.until('inside("dialog details").length || arguments[0]', key !== 'notice')
        assert.equal(await citizen.run('return chat.shadowRoot.activeElement.textContent'), await citizen.run('return inside("dialog h2")[0].textContent'))
        assert.equal(await citizen.run('return inside("dialog")[0].scrollTop'), 0)
        await citizen.closeDialog()
        await rests('[part=menu-button]')
      }
    })

    it('stays on the button for another try when a deletion is refused, and the other button no longer offers to cancel', async () => {
      await kiri()
      refuse(boost, '"DELETE"')
      await citizen.choose(da.chat.labels.delete)
      await press('dialog .danger')
      await citizen.until('inside("dialog [role=alert]").length')
      await rests('dialog .danger')
      assert.deepEqual(await citizen.text('dialog .buttons button'), [da.chat.retry, da.chat.done])
      await browser.press('Enter')
      await citizen.until('inside("dialog [role=alert]").length')
      await rests('dialog .danger')
    })

    it('goes to the title when the talk was deleted by a button that went with it', async () => {
      await cellbes()
      await citizen.say('Hej')
      await press('.links button', 'Slet')
      await press('dialog .danger')
      await citizen.until('!inside("dialog").length')
      await rests('#title')
    })

    it('stays on its button when a form is refused', async () => {
      await cellbes()
      await citizen.choose(da.chat.labels.person)
      await citizen.fill('#field-email', 'maja@example.org')
      await citizen.fill('#field-question', 'Hvor er pakken?')
      refuse(kindly, 'message/')
      await press('dialog .main')
      await citizen.until('inside("dialog form .problem").some(it => it.textContent === arguments[0])', da.chat.uncertain)
      await rests('dialog .main')
    })

    it('begins at the title of the form, before the reason for it', async () => {
      await cellbes()
      await citizen.choose(da.chat.labels.person)
      await citizen.until('inside("dialog").length')
      assert.equal(await citizen.run('return chat.shadowRoot.activeElement === inside("dialog h2")[0]'), true)
      await browser.press('Tab')
      await rests('dialog form input')
    })

    it('stays on its button when feedback is refused, and goes to the other when it was taken', async () => {
      await kiri()
      await citizen.choose(da.chat.labels.feedback)
      await citizen.run('inside("dialog input")[0].checked = true')
      refuse(boost, '"FEEDBACK"')
      await press('dialog .main')
      await citizen.until('inside("dialog form .problem").length')
      await rests('dialog .main')
      boost.breakWith(undefined)
      await browser.press('Enter')
      await citizen.until('inside("dialog [role=status]")[0]?.textContent === arguments[0]', da.chat.feedback.thanks)
      await rests('dialog .closer')
      assert.deepEqual(await citizen.text('dialog .buttons button'), [da.chat.done])
    })

    it('goes to the box when a person joins whoever is at the button to leave the queue', async () => {
      await queues()
      boost.agentJoins()
      await citizen.until('inside(".standing")[0].textContent.includes(arguments[0])', da.chat.human.joined)
      await rests('#message')
    })

    it('goes to the box when the queue is left', async () => {
      await queues()
      await browser.press('Enter')
      await citizen.until('inside(".standing")[0].hidden')
      await rests('#message')
    })

    it('goes to what was said when the server ends the talk, so that no key begins another one, and what was being written goes on', async () => {
      await queues()
      await citizen.fill('#message', 'Jeg hedder Maja')
      await citizen.run('inside("#message")[0].focus()')
      boost.forgets()
      await citizen.until('inside(".composer .main").length')
      await rests('.log')
      await browser.write(' Holm')
      await browser.press('Enter')
      assert.equal((await citizen.text('.citizen')).length, 2, 'the talk is still there')
      await browser.press('Tab')
      await citizen.until('chat.shadowRoot.activeElement !== inside(".log")[0]')
      await citizen.click('.composer .main', da.chat.anew)
      await citizen.until('inside("#message").length')
      await rests('#message')
      assert.equal(await citizen.run('return inside("#message")[0].value'), 'Jeg hedder Maja')
      assert.deepEqual(await citizen.text('.marks mark'), ['Maja'])
      assert.equal(boost.talk().responses.length, 1, 'none of it is sent')
    })

    it('stays in the list of what is masked while the server tells how the talk stands', async () => {
      await queues()
      boost.agentJoins()
      await citizen.until('inside(".standing")[0].textContent.includes(arguments[0])', da.chat.human.joined)
      await citizen.fill('#message', 'Jeg hedder Maja Holm')
      await citizen.run('inside(".found summary")[0].focus()')
      boost.agentTypes(true)
      await citizen.until('inside(".typing")[0]?.checkVisibility()')
      await rests('summary')
    })
  })
}
