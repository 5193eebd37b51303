// What a citizen can do with the chat, and what it keeps meanwhile.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import da from '../../www/strings/da.js'
import nb from '../../www/strings/nb.js'
import { HUMAN_ACTION } from '../standins/boost.js'
import { BOT_KEY, startKindly } from '../standins/kindly.js'
import { assertGone, inEachBrowser, policyOf, received } from './chat.js'
import { until } from './site.js'

const RAW = 'Jeg hedder Maja Holm, og mit cpr er 010190-1234'
const SECRETS = ['Maja', '010190-1234']
const MASKED = 'Jeg hedder [navn 1], og mit cpr er [personnummer 1]'
const DAY = 86_400_000

inEachBrowser('a citizen at the chat', ({ browser, citizen, server }) => {
  const kiri = (more = {}) => ({ policy: '/policies/kommune-kiri.json', endpoint: server.address, lang: 'da', 'human-action': HUMAN_ACTION, ...more })
  const prokom = () => ({ policy: '/policies/prokom.json', endpoint: server.address, lang: 'nb' })
  const values = () => server.requests.filter(it => it.body?.type === 'text').map(it => it.body.value)
  const arrives = text => until({ run: async () => values().at(-1) === text }, `the server gets ${text}`)
  const focused = () => citizen.run('const node = chat.shadowRoot.activeElement; return node && (node.id || node.className || node.textContent)')
  const began = (attributes, answer) => citizen.begin(attributes, { servers: [server], answer })
  const given = policy => path => path.startsWith('/policies/') ? { body: JSON.stringify(policy) } : undefined

  /** Downloads, and keeps what a click would save: the browser's own files are out of a test's reach. */
  async function saves (...buttons) {
    await citizen.run(`window.saved = []
      const make = URL.createObjectURL
      URL.createObjectURL = blob => { blob.text().then(text => window.saved.push(text)); return make(blob) }`)
    await citizen.choose(da.chat.labels.download)
    for (const it of buttons) await citizen.click('dialog .main', it)
    await citizen.until('window.saved.length === arguments[0]', buttons.length)
  }

  it('gets a false hit sent as written where the policy allows it, and nothing else', async () => {
    await began(kiri())
    await citizen.fill('#message', RAW)
    assert.equal(await citizen.run('return inside(".found button").length'), 1, 'a name may be given back, an id not')
    await citizen.run('inside(".found")[0].open = true')
    await citizen.click('.found button', da.chat.giveBack)
    assert.ok((await citizen.text('.found li'))[0].includes(da.chat.givenBack))
    await citizen.click('.found button', da.chat.takeBack)
    await citizen.click('.found button', da.chat.giveBack)
    await citizen.click('.send')
    await arrives('Jeg hedder Maja Holm, og mit cpr er [personnummer 1]')
    // What was given back once is not for ever.
    await citizen.say(RAW)
    await arrives(MASKED)
    assert.equal(values().length, 2)
    // Stored is masked text only, whatever was sent.
    assertGone(['Maja'], await citizen.run('return sessionStorage.getItem("slor-chat")'), 'the storage')
  })

  it('downloads what was given back as it was sent', async () => {
    await began(kiri(), given({ ...policyOf('kommune-kiri'), download: { offered: true } }))
    await citizen.fill('#message', RAW)
    await citizen.run('inside(".found")[0].open = true')
    await citizen.click('.found button', da.chat.giveBack)
    await citizen.click('.send')
    await saves(da.chat.download.text)
    assert.ok((await citizen.run('return window.saved[0]')).includes(`${da.chat.you}: Jeg hedder Maja Holm, og mit cpr er [personnummer 1]`))
  })

  it('sees what will be masked, and a screen reader is told after a pause', async () => {
    await began(prokom())
    await citizen.fill('#message', 'Jeg heter Maja Holm')
    assert.deepEqual(await citizen.text('.marks mark'), ['Maja Holm'])
    await citizen.until('inside("[role=status]").some(it => it.textContent === arguments[0])', nb.masked.one.replace('{list}', nb.categories.name))
    assert.equal(await citizen.run('return inside(".found button").length'), 0, 'this policy gives nothing back')
  })

  it('writes nothing that a script which records or translates the page would read', async () => {
    await began(kiri())
    await citizen.fill('#message', RAW)
    await citizen.until('inside(".marks mark").length')
    assert.ok((await citizen.text('.marks'))[0].startsWith(RAW))
    // What such scripts take for text: all that stands in the page and in its open shadows. What is typed into a box they leave out.
    const readable = await citizen.run(`const read = root => root.textContent + [...root.querySelectorAll('*')].map(it => [...it.attributes].map(it => it.value).join() + (it.shadowRoot ? read(it.shadowRoot) : '')).join()
      return read(document)`)
    assert.ok(readable.includes(da.chat.message))
    assertGone(['Maja Holm', '010190-1234'], readable, 'the page')
  })

  it('has a long message looked at when they rest, and never sent unseen', async () => {
    await began(kiri())
    await citizen.run('window.countPreviews()')
    await citizen.until('window.previews')
    const asked = text => citizen.run('window.previews = []; const [box] = inside("#message"); box.value = arguments[0]; box.dispatchEvent(new Event("input")); return window.previews', text)
    assert.deepEqual(await asked('Hej, 010190-1234'), [16], 'a short one at each key, once')
    const long = `${'hej '.repeat(1000)}010190-1234`
    assert.deepEqual(await asked(long), [])
    assert.deepEqual(await citizen.text('.marks mark'), [], 'no mark stands where something else was')
    await citizen.until('inside(".marks mark").length')
    assert.deepEqual(await citizen.run('return window.previews'), [long.length])
    // Sent before there was a pause: it's looked at first, and here it's longer than the server takes.
    const sent = server.requests.length
    assert.deepEqual(await citizen.run(`window.previews = []
      const [box] = inside('#message')
      box.value += ' Maja'
      box.dispatchEvent(new Event('input'))
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
      return window.previews`), [long.length + 5])
    assert.ok((await citizen.text('#problem'))[0].startsWith(da.chat.tooLong.split('{')[0]))
    assert.equal(server.requests.length, sent)
  })

  it('is told by the screen reader only what is new', async () => {
    await began(prokom())
    const told = await citizen.run(`const { setTimeout } = window
      const said = []
      const [box, status] = [inside('#message')[0], inside('.composer [role=status]')[0]]
      // As if there were a pause after each.
      window.setTimeout = run => run()
      for (const text of ['Jeg heter', 'Jeg heter Maja', 'Jeg heter Maja, hei', 'Jeg heter Maja, hei hei', 'hei']) {
        const [node, words] = [status.firstChild, status.textContent]
        box.value = text
        box.dispatchEvent(new Event('input'))
        // Written anew it's another node, whatever it says.
        if (status.firstChild !== node || status.textContent !== words) said.push(text)
      }
      window.setTimeout = setTimeout
      return said`)
    assert.deepEqual(told, ['Jeg heter', 'Jeg heter Maja', 'hei'])
  })

  it('hears after a pause what is wrong with a message, and not at every key', async () => {
    await began(kiri())
    const problem = '[...inside("#problem")[0].closest(".panel").querySelectorAll("[aria-live], [role]")].filter(it => it.textContent.includes(arguments[0]))'
    for (const [text, said] of [['hej '.repeat(40), da.chat.tooLong.replace('{count}', '50')], ['Здравствуйте, меня зовут Иван', da.unread]]) {
      await citizen.fill('#message', text)
      assert.ok((await citizen.text('#problem'))[0].includes(said), 'it is seen at once')
      assert.equal(await citizen.run(`return ${problem}.length`, said), 0)
      await citizen.until(`${problem}[0]?.matches(".composer [role=status]")`, said)
    }
  })

  it('hears once that somebody is writing, also when more is said meanwhile', async () => {
    await began(kiri())
    await citizen.say('Hej')
    await citizen.click('.links button', 'Tal med et menneske')
    await citizen.until('inside(".standing")[0].textContent.includes(arguments[0])', da.chat.queue.waiting)
    server.agentJoins()
    await citizen.until('inside(".standing")[0].textContent.includes(arguments[0])', da.chat.human.joined)
    await citizen.run(`window.comes = 0
      new MutationObserver(all => { window.comes += all.flatMap(it => [...it.addedNodes]).filter(it => it.matches('.typing')).length }).observe(inside('.log')[0], { childList: true })`)
    server.agentTypes(true)
    await citizen.until('inside(".typing").length')
    server.agentSays('Et øjeblik')
    await citizen.until('inside(".turn.agent").length')
    assert.deepEqual(await citizen.run('return [window.comes, inside(".log > :last-child")[0].className]'), [1, 'typing'])
    server.agentTypes(false)
    await citizen.until('!inside(".typing").length')
  })

  it('is told by how much a message is longer than the server takes, whatever stands in place of what is masked', async () => {
    await began(kiri())
    // 107 letters, of which 5 more arrive; the server takes 110.
    const text = `Mit cpr er 010190-1234 ${'hej '.repeat(20)}slut`
    await citizen.fill('#message', text)
    assert.deepEqual(await citizen.text('#problem'), [da.chat.tooLong.replace('{count}', '2')])
    assert.equal(await citizen.run('return inside(".send")[0].disabled'), true)
    await citizen.fill('#message', text.slice(0, -2))
    assert.deepEqual(await citizen.text('#problem'), [''])
    assert.equal(await citizen.run('return inside(".send")[0].disabled'), false)
  })

  it('finds the talk again after loading the page anew where the policy keeps it, masked, and in this tab alone', async () => {
    await began(kiri())
    await citizen.say(RAW)
    await citizen.until('inside(".turn.bot").length === 2')
    assert.deepEqual(await citizen.stored(), [['slor-chat'], [], ''])
    const kept = await citizen.run('return sessionStorage.getItem("slor-chat")')
    assertGone(SECRETS, kept, 'the storage')
    assert.ok(kept.includes(MASKED))
    // The notice, the chat and the README list all of these.
    const { turns, ...talk } = JSON.parse(kept)
    assert.deepEqual(Object.keys(talk).sort(), ['began', 'policy', 'recorded', 'token'])
    const fields = ['delivery', 'from', 'id', 'language', 'said', 'text', 'time']
    assert.deepEqual(turns.flatMap(it => Object.keys(it)).filter(it => !fields.includes(it)), [])

    await began(kiri())
    assert.deepEqual(await citizen.text('.citizen .bubble p'), [MASKED])
    assert.equal((await citizen.text('.turn.bot')).length, 2, 'each message once')
    assert.equal(server.requests.filter(it => it.body?.command === 'START').length, 1)
    await citizen.say('Hvor bor I?')
    await arrives('Hvor bor I?')
  })

  it('leaves nothing in the tab when it is closed right after deleting', async () => {
    await began(kiri())
    await citizen.say(RAW)
    server.breakWith(it => it.text.includes('"DELETE"') ? 'hang' : undefined)
    await citizen.choose('Slet samtalen')
    await citizen.click('dialog .danger')
    assert.deepEqual(await citizen.stored(), [[], [], ''])
    assert.deepEqual(await citizen.text('.turn'), [])
    await until({ run: async () => server.requests.some(it => it.text.includes('"DELETE"')) }, '')
    server.breakWith(undefined)
  })

  it('leaves nothing in storage where the policy says memory', async () => {
    await began(prokom())
    await citizen.say('Jeg heter Maja Holm')
    assert.deepEqual(await citizen.stored(), [[], [], ''])
    await citizen.choose(nb.chat.labels.notice)
    await citizen.until('inside("dialog details").length')
    assert.ok((await citizen.run('return inside("dialog .body")[0].textContent')).includes(nb.chat.notice.nothing))
  })

  it('downloads the talk as text and JSON when the server is gone', async () => {
    const policy = { ...policyOf('kommune-kiri'), download: { offered: true } }
    await began(kiri(), given(policy))
    await citizen.say(RAW)
    server.breakWith(() => 'drop')
    await saves(da.chat.download.text, da.chat.download.json)
    const [text, json] = await citizen.run('return window.saved.sort((a, b) => (a[0] === "{") - (b[0] === "{"))')
    assert.ok(text.includes(`${da.chat.you}: ${MASKED}`))
    assert.ok(JSON.parse(json).turns.some(it => it.speaker === 'citizen' && it.text === MASKED))
    server.breakWith(undefined)
  })

  it('can send a file where the policy allows it, under its masked name, and is asked before', async () => {
    const files = { types: ['image/png'], max_kilobytes: 1, reason: { da: 'Et billede af skaden hjælper os.' } }
    await began(kiri({ upload: server.upload }), given({ ...policyOf('kommune-kiri'), files }))
    assert.deepEqual(await citizen.text('[part=file]'), [], 'the chatbot takes none')
    await citizen.say('Hej')
    await citizen.click('.links button', 'Tal med et menneske')
    await citizen.until('inside(".standing")[0].textContent.includes(arguments[0])', da.chat.queue.waiting)
    server.agentJoins()
    await citizen.until('inside("[part=file]")[0]?.checkVisibility()')
    const picked = (size, type) => citizen.run(`const data = new DataTransfer()
      data.items.add(new File(['x'.repeat(arguments[0])], 'maja_010190-1234.png', { type: arguments[1] }))
      const [picker] = inside('input[type=file]')
      picker.files = data.files
      picker.dispatchEvent(new Event('change'))`, size, type)
    await picked(3, 'text/plain')
    assert.ok((await citizen.text('dialog'))[0].includes('PNG'))
    await citizen.closeDialog()
    await picked(1001, 'image/png')
    assert.deepEqual(await citizen.text('dialog .main'), [], 'too large to send')
    await citizen.closeDialog()
    await picked(3, 'image/png')
    const [asked] = await citizen.text('dialog')
    assert.ok(asked.includes(files.reason.da) && asked.includes(da.chat.file.warning) && asked.includes('[personnummer 1]'), asked)
    assert.deepEqual(server.uploads, [])
    await citizen.click('dialog .main', da.chat.send)
    await citizen.until('!inside("dialog").length')
    assert.deepEqual(server.talk().files.map(it => it.filename), ['[navn 1] [personnummer 1].png'])
    assert.deepEqual((await citizen.text('.citizen .bubble p')).at(-1), '[navn 1] [personnummer 1].png')
    assertGone(['maja_', '010190-1234', '010190 1234'], received(server) + await citizen.traces(), 'the server or the page')
  })

  it('keeps an e-mail address in the name of a file in one piece, so that nothing of it is left', async () => {
    const files = { types: ['image/png'], max_kilobytes: 1, reason: policyOf('kommune-kiri').title }
    await citizen.begin({ policy: '/policies/kommune-kiri.json', platform: 'demo', lang: 'da' }, { answer: given({ ...policyOf('kommune-kiri'), files }) })
    await citizen.run(`const data = new DataTransfer()
      data.items.add(new File(['x'], 'solfrid_mjelde@min-skole.example 010190-1234_Maja-Holm @solfrid_mjelde.png', { type: 'image/png' }))
      inside('#message')[0].dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))`)
    await citizen.until('inside("dialog").length')
    const [asked] = await citizen.text('dialog')
    assert.ok(asked.includes('[e-mail 1] [personnummer 1] [navn 1] @[navn 2].png'), asked)
  })

  it('reads the name that a file gets in their own language', async () => {
    const files = { types: ['image/png'], max_kilobytes: 1, reason: policyOf('migri').title }
    await citizen.begin({ policy: '/policies/migri.json', platform: 'demo', lang: 'fi' }, { answer: given({ ...policyOf('migri'), files }) })
    await citizen.run(`const data = new DataTransfer()
      data.items.add(new File(['x'], 'tunnus 010190-123A.png', { type: 'image/png' }))
      inside('#message')[0].dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))`)
    await citizen.until('inside("dialog").length')
    const [asked] = await citizen.text('dialog')
    assert.ok(asked.includes('[henkilötunnus 1]'), asked)
  })

  it('pastes text that brings a picture of itself along', async () => {
    await began(kiri())
    const refused = await citizen.run(`const data = new DataTransfer()
      data.items.add(new File(['x'], 'image.png', { type: 'image/png' }))
      data.setData('text/plain', 'fra et tekstprogram')
      return !inside('#message')[0].dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))`)
    assert.equal(refused, false)
    assert.deepEqual((await citizen.text('#problem')).filter(Boolean), [])
  })

  it('reads when nobody is there, in place of the form', async t => {
    const policy = policyOf('cellbes')
    const days = [-1, 0, 1].map(it => new Date(Date.now() + it * DAY).toISOString().slice(0, 10))
    policy.handover.hours.closed_on = days
    const kindly = await startKindly()
    t.after(() => kindly.close())
    const attributes = { policy: '/policies/cellbes.json', endpoint: kindly.address, lang: 'da', 'bot-key': BOT_KEY, 'human-exchange': 'kundeservice' }
    await citizen.begin(attributes, { servers: [kindly], answer: given(policy) })
    await citizen.choose(da.chat.labels.person)
    const [text] = await citizen.text('dialog')
    assert.ok(text.includes(policy.handover.closed.da) && text.includes('09.00–16.00') && text.includes(policy.other_ways[0].value), text)
  })

  it('does everything with the keyboard, and the focus comes back', async () => {
    await citizen.arrive(kiri(), { servers: [server] })
    await citizen.until('inside(".launcher.bottom_right").length')
    await browser.press('Tab')
    assert.equal(await focused(), 'launcher bottom_right')
    await browser.press('Enter')
    await citizen.until('chat.state === "ready"')
    await citizen.until('chat.shadowRoot.activeElement?.id === "message"')
    await browser.write('Mit cpr er 010190-1234')
    await browser.press('Shift+Enter')
    await browser.write('tak')
    await browser.press('Enter')
    await arrives('Mit cpr er [personnummer 1]\ntak')
    assert.equal(await focused(), 'message')

    await citizen.run('inside("[part=menu-button]")[0].focus()')
    await browser.press('Enter')
    await browser.press('Escape')
    assert.equal(await citizen.run('return inside(".entries")[0].hidden'), true)
    assert.equal(await citizen.run('return inside(".panel")[0].hidden'), false, 'Escape closes one thing at a time')
    await browser.press('Enter')
    await browser.press('Tab')
    await browser.press('Enter')
    await citizen.until('inside("dialog[open]").length')
    await browser.press('Escape')
    await citizen.until('!inside("dialog").length')
    assert.equal(await citizen.run('return chat.shadowRoot.activeElement.getAttribute("part")'), 'menu-button')
    await browser.press('Escape')
    assert.equal(await focused(), 'launcher bottom_right')
    assert.equal(await citizen.run('return inside(".panel")[0].hidden'), true)
  })

  it('does not get under a chat that covers the page', async () => {
    await began(kiri())
    const around = async () => {
      const found = new Set()
      for (let n = 0; n < 12; n++) {
        await browser.press('Tab')
        found.add(await citizen.run('return document.activeElement === chat'))
      }
      for (let n = 0; n < 12; n++) {
        await browser.press('Shift+Tab')
        found.add(await citizen.run('return document.activeElement === chat'))
      }
      return found
    }
    const size = await browser.resize(900, 440)
    await citizen.until('inside(".panel")[0].getAttribute("role") === "dialog"')
    await citizen.run('inside("#message")[0].focus()')
    assert.deepEqual([...await around()], [true])
    await size.restore()
    await citizen.until('!inside(".panel")[0].hasAttribute("role")')
  })

  it('hears each message once, each in its language', async () => {
    await began(kiri())
    await citizen.greet()
    assert.equal(await citizen.run('return inside("[role=log]").length'), 1)
    assert.deepEqual(await citizen.run('return inside(".bubble").map(it => it.lang)'), ['da', 'da', 'da'])
    assert.equal(await citizen.run('return inside(".log")[0].getAttribute("aria-live")'), 'polite')
    assert.equal(await citizen.run('return inside(".panel")[0].lang'), 'da')
  })

  it('finds nothing too small for a finger', async () => {
    await began(kiri())
    await citizen.fill('#message', RAW)
    await citizen.run('inside(".found")[0].open = true; inside("[part=menu-button]")[0].click()')
    const small = await citizen.run(`return inside('button, summary, textarea, .links a').filter(it => it.checkVisibility()).filter(it => {
      const { width, height } = it.getBoundingClientRect()
      return width < 44 || height < 44
    }).map(it => it.outerHTML)`)
    assert.deepEqual(small, [])
  })

  it('sees the colours that the page gives by attributes', async () => {
    await began(kiri({ accent: 'rgb(90, 0, 90)', 'on-accent': 'url(x)' }))
    const style = await citizen.run('const { backgroundColor, color } = getComputedStyle(inside(".bar")[0]); return [backgroundColor, color]')
    assert.deepEqual(style, ['rgb(90, 0, 90)', 'rgb(255, 255, 255)'])
  })
})
