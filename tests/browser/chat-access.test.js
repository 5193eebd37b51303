// axe finds nothing wrong: in every state of the chat, in every language, and as people set their machines up.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { violations } from './axe.js'
import { browsers } from './browsers.js'
import { Citizen, policyOf } from './chat.js'
import { startSite } from './site.js'

const POLICIES = { da: 'cellbes', sv: 'kommun-kim', nb: 'prokom', nn: 'prokom', fi: 'migri', en: 'migri' }
const RAW = { da: 'Jeg hedder Maja Holm, mit cpr er 010190-1234', sv: 'Jag heter Maja Holm, mitt personnummer är 19900101-2384', nb: 'Jeg heter Maja Holm, fødselsnummer 01019012345', nn: 'Eg heiter Maja Holm, fødselsnummer 01019012345', fi: 'Nimeni on Maja Holm, henkilötunnus 010190-123A', en: 'My name is Maja Holm, my identity code is 010190-123A' }
const WIDE = { width: 1000, height: 760 }
const NARROW = { width: 320, height: 640 }

// As people set their machines up.
const LOOKS = {
  'in the dark': { media: { colorScheme: 'dark' } },
  'with colours forced': { media: { forcedColors: 'active' } },
  'with colours forced in the dark': { media: { forcedColors: 'active', colorScheme: 'dark' } },
  'at 320 pixels': { size: NARROW },
  'with colours forced, at 320 pixels': { media: { forcedColors: 'active' }, size: NARROW },
  'on a wide screen at 400 percent': { media: {}, size: { width: 320, height: 256 } }
}

const SHOTS = process.env.SCREENSHOTS

describe('the chat, for axe,', () => {
  let site
  let browser
  let citizen
  let strings
  let policy
  before(async () => {
    [site, browser] = await Promise.all([startSite(), browsers.Chromium()])
    citizen = new Citizen(browser, site)
  })
  after(() => Promise.all([browser?.close(), site?.close()]))

  const label = key => policy.menu?.labels?.[key]?.[strings.code] ?? strings.chat.labels[key]
  const closeDialog = () => citizen.closeDialog()
  const inDialog = key => [async () => { await citizen.choose(label(key)); await citizen.until('inside("dialog details, dialog li, dialog p").length') }, closeDialog]

  // Each state, how to come to it, and how to leave it.
  const states = {
    closed: [async () => {}],
    open: [async () => { await citizen.open(); assert.equal(await citizen.run('return chat.state'), 'ready') }],
    preview: [async () => {
      await citizen.fill('#message', RAW[strings.code])
      await citizen.run('inside(".found")[0].open = true')
      assert.ok((await citizen.text('.found li')).length)
    }],
    unread: [async () => {
      await citizen.fill('#message', 'Здравствуйте, меня зовут Иван, мой номер телефона такой')
      assert.ok((await citizen.text('#problem'))[0])
    }, () => citizen.fill('#message', RAW[strings.code])],
    file: [async () => {
      await citizen.run(`const data = new DataTransfer()
        data.items.add(new File(['x'], 'Maja_010190-1234.png', { type: 'image/png' }))
        inside('#message')[0].dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))`)
      await citizen.until('inside("dialog .main").length')
    }, closeDialog],
    menu: [() => citizen.click('[part=menu-button]'), () => citizen.click('[part=menu-button]')],
    sent: [async () => { await citizen.click('.send'); await citizen.until('inside(".turn.bot").length > 1') }],
    notice: inDialog('notice'),
    ways: [async () => { await citizen.choose(strings.chat.ways); await citizen.until('inside("dialog li").length') }, closeDialog],
    metadata: inDialog('metadata'),
    feedback: inDialog('feedback'),
    deletion: [async () => policy.deletion.offered && inDialog('delete')[0](), async () => policy.deletion.offered && closeDialog()],
    download: [async () => policy.download?.offered && inDialog('download')[0](), async () => policy.download?.offered && closeDialog()],
    form: [async () => {
      if (!policy.handover?.form) return
      await citizen.choose(label('person'))
      await citizen.click('dialog .main')
      await citizen.until('inside("dialog [aria-invalid=true]").length')
    }, async () => policy.handover?.form && closeDialog()],
    queue: [async () => {
      await citizen.click('.links button')
      if (policy.handover?.form) {
        await citizen.fill('#field-email', 'maja@example.org')
        await citizen.fill('#field-question', RAW[strings.code])
        await citizen.click('dialog .main')
      }
      await citizen.until('!inside(".standing")[0].hidden')
    }],
    person: [() => citizen.until('inside(".turn.agent").length')],
    ended: [() => citizen.choose(label('end'))],
    error: [async () => {
      await arrive(strings.code, { wasm: false })
      await citizen.open()
      assert.equal(await citizen.run('return chat.state'), 'failed')
    }]
  }

  async function arrive (language, { wasm = true } = {}) {
    strings = { ...(await import(`../../www/strings/${language}.js`)).default, code: language }
    policy = policyOf(POLICIES[language])
    delete policy.handover?.hours
    delete policy.handover?.closed
    policy.files = { types: ['image/png'], max_kilobytes: 100, reason: Object.fromEntries(policy.languages.map(it => [it, policy.title[it] ?? policy.title])) }
    const answer = path => path.startsWith('/policies/') ? { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(policy) } : !wasm && path.endsWith('.wasm') ? { status: 404, body: '' } : undefined
    await citizen.arrive({ policy: '/policies/it.json', platform: 'demo', lang: language }, { answer })
  }

  /** What axe finds wrong, what is wider than the window, and what nobody can scroll to. */
  async function findings () {
    const wide = await browser.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    const lost = await citizen.run(`const over = inside('dialog[open], .entries:not([hidden])')[0] ?? chat.shadowRoot
      return [...over.querySelectorAll('button, textarea, input:not([hidden]), summary, a')].filter(it => it.checkVisibility()).filter(it => {
        it.scrollIntoView({ block: 'nearest' })
        const { top, bottom, left, right } = it.getBoundingClientRect()
        const [x, y] = [(left + right) / 2, (top + bottom) / 2]
        const seen = chat.shadowRoot.elementFromPoint(x, y)
        return !(it.contains(seen) || it.parentNode.contains(seen)) || y < 0 || y > window.innerHeight
      }).map(it => 'out of reach: ' + it.outerHTML)`)
    return [...lost, ...await violations(browser), ...(wide ? ['too wide'] : [])]
  }

  async function walk (language, look) {
    await arrive(language)
    const found = {}
    for (const [state, [enter, leave]] of Object.entries(states)) {
      await enter()
      const wrong = await findings()
      if (wrong.length) found[state] = wrong
      if (SHOTS) {
        mkdirSync(SHOTS, { recursive: true })
        await browser.page.screenshot({ path: `${SHOTS}/${language}-${look}-${state}.png` })
      }
      await leave?.()
    }
    return found
  }

  it('gives a screen reader once what is being written, and each button its name', async () => {
    await arrive('da')
    await citizen.open()
    await citizen.fill('#message', RAW.da)
    const cdp = await browser.page.context().newCDPSession(browser.page)
    const { nodes } = await cdp.send('Accessibility.getFullAXTree')
    const read = role => nodes.filter(it => !it.ignored && it.role.value === role)
    assert.deepEqual(read('StaticText').map(it => it.name.value).filter(it => it.includes('Maja')), [RAW.da])
    const { close, menu, send, file } = strings.chat
    for (const name of [close, menu, send, file.title]) {
      // A description that only repeats the name would be read out after it.
      assert.deepEqual(read('button').filter(it => it.name.value === name).map(it => it.description?.value ?? ''), [''], name)
    }
  })

  it('tells a screen reader of no mistake before one is made', async () => {
    await arrive('da')
    await citizen.open()
    await inDialog('feedback')[0]()
    const cdp = await browser.page.context().newCDPSession(browser.page)
    const { nodes } = await cdp.send('Accessibility.getFullAXTree')
    const radios = nodes.filter(it => it.role?.value === 'radio')
    assert.deepEqual(radios.map(it => it.properties.find(({ name }) => name === 'invalid')?.value.value), ['false', 'false'])
  })

  for (const language of Object.keys(POLICIES)) {
    it(`is without fault in ${language}`, async () => {
      await browser.page.setViewportSize(WIDE)
      assert.deepEqual(await walk(language, 'plain'), {})
    })
  }

  for (const [look, { media, size }] of Object.entries(LOOKS)) {
    it(`is without fault ${look}`, async () => {
      await browser.page.setViewportSize(size ?? WIDE)
      await browser.page.emulateMedia(media)
      assert.deepEqual(await walk('da', look.replaceAll(' ', '-')), {})
      await browser.page.emulateMedia({ colorScheme: null, forcedColors: null })
    })
  }
})
