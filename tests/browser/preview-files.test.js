// What a policy is begun with, what becomes of edits, and what is saved.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import da from '../../www/preview/strings/da.js'
import { violations } from './axe.js'
import { browsers } from './browsers.js'
import { catchFiles, done, drop, forget, openPreview, policyOf, set, text, write as writeIn } from './preview-page.js'
import { startSite, until } from './site.js'

const cellbes = policyOf('cellbes')
const EDITED = cellbes.replace('"1.0"', '"1.1"')
const FAULTY = '{ "slor": 2 }'
const MARK = '\ufeff'

const editor = 'return document.querySelector("#policy").value'
const begins = 'return document.querySelector("#start").value'
const asked = 'return window.asked.splice(0)'
const hidden = id => `return document.getElementById("${id}").hidden`

for (const [name, start] of Object.entries(browsers)) {
  describe(`a policy in the preview in ${name}`, () => {
    let site
    let browser
    before(async () => {
      [site, browser] = await Promise.all([startSite(), start()])
      await openPreview(browser, site)
      await browser.run(catchFiles)
    })
    after(() => Promise.all([browser?.close(), site?.close()]))

    const write = policy => writeIn(browser, policy)
    const answers = yes => browser.run('window.answers = arguments[0]', yes)
    const asks = () => browser.run('return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }))')
    const press = id => browser.run(`document.getElementById("${id}").dispatchEvent(new MouseEvent("click"))`)

    const checkedNow = `return !["", "${da.policy.checking}"].includes(document.querySelector("#checked").textContent)`

    async function choose (id) {
      await browser.run(`${forget}; document.querySelector("#checked").textContent = ""; ${set('start', 'change')}`, id)
      await until(browser, checkedNow)
      await until(browser, 'return document.querySelector("#policy").value === arguments[0]', policyOf(id))
      await until(browser, done)
    }

    /** Opens a file and waits until it is checked. */
    async function open (file, content) {
      await browser.run(`document.querySelector("#checked").textContent = ""; ${drop}`, 'policy-card', file, content)
      await until(browser, checkedNow)
      assert.equal(await browser.run(text('#begun')), `Åbnet: ${file}`)
    }

    it('asks before edits are lost to another policy, and keeps everything if they must not be', async () => {
      await choose('cellbes')
      assert.deepEqual(await browser.run(asked), [], 'nobody has edited')
      assert.equal(await asks(), false)
      await write(EDITED)
      assert.equal(await asks(), true)

      await answers(false)
      await browser.run(set('start', 'change'), 'migri')
      assert.deepEqual(await until(browser, 'return window.asked.length > 0 && window.asked.splice(0)'), [da.policy.unsaved])
      assert.deepEqual([await browser.run(editor), await browser.run(begins)], [EDITED, 'cellbes'])
      await browser.run(drop, 'policy-card', 'a.json', FAULTY)
      assert.deepEqual(await until(browser, 'return window.asked.length > 0 && window.asked.splice(0)'), [da.policy.unsaved])
      assert.deepEqual([await browser.run(editor), await browser.run(begins), await browser.run(text('#begun'))], [EDITED, 'cellbes', ''])
      assert.equal(await asks(), true)

      await answers(true)
      await choose('migri')
      assert.equal((await browser.run(asked)).length, 1)
      assert.equal(await asks(), false)
    })

    it('takes what was saved for safe', async () => {
      await choose('cellbes')
      await write(EDITED)
      await browser.run('window.content = undefined')
      await press('save-policy')
      assert.equal(await until(browser, 'return window.content'), EDITED)
      assert.equal(await asks(), false)
      await choose('migri')
      assert.deepEqual(await browser.run(asked), [])
    })

    it('keeps what is there when a policy cannot be had, or comes after something else was opened', async () => {
      await choose('cellbes')
      site.breakWith(path => path === '/policies/migri.json' ? { status: 500, body: '' } : undefined)
      await browser.run(set('start', 'change'), 'migri')
      await until(browser, 'return !document.querySelector("#failed").hidden')
      assert.deepEqual([await browser.run(editor), await browser.run(begins)], [cellbes, 'cellbes'])

      let release
      const body = new Promise(resolve => { release = resolve })
      const requested = new Promise(resolve => site.breakWith(path => {
        if (path !== '/policies/migri.json') return
        resolve(undefined)
        return { body }
      }))
      await browser.run(set('start', 'change'), 'migri')
      await requested
      await open('vores.json', cellbes)
      await browser.run('window.late = undefined; fetch("policies/migri.json").then(it => it.text()).then(() => { window.late = true })')
      release(policyOf('migri'))
      await until(browser, 'return window.late')
      assert.deepEqual([await browser.run(editor), await browser.run(begins)], [cellbes, ''])
      site.breakWith(undefined)
    })

    it('shows nothing of the policy before it when a faulty file is opened, and what it is called', async () => {
      await choose('cellbes')
      await open('vores.json', FAULTY)
      assert.deepEqual([await browser.run(begins), await browser.run(editor)], ['', FAULTY])
      assert.deepEqual(await browser.run('return ["results", "summary", "decisions", "notice"].map(it => document.getElementById(it).textContent)'), ['', '', '', ''])
      assert.equal(await browser.run('return document.querySelector("#notice-language").value'), '')
      for (const id of ['stale', 'notice-stale']) assert.equal(await browser.run(text(`#${id}`)), da.policy.none)
      assert.deepEqual(await violations(browser), [])

      await browser.run('window.saved = []')
      for (const [button, said] of [['save-html', 'notice-said'], ['save-markdown', 'notice-said'], ['save-json', 'results-said'], ['save-csv', 'results-said']]) {
        await browser.run('document.getElementById(arguments[0]).textContent = ""', said)
        await press(button)
        assert.equal(await browser.run(text(`#${said}`)), da.policy.none, button)
      }
      assert.deepEqual(await browser.run('return window.saved'), [])
    })

    it('says that what is shown is of an older text only where it is of the same policy', async () => {
      await open('vores.json', cellbes)
      await until(browser, 'return document.querySelector("#notice h3")')
      assert.deepEqual([await browser.run(hidden('stale')), await browser.run(hidden('notice-stale'))], [true, true])
      assert.deepEqual([await browser.run(text('#notice-said')), await browser.run(text('#results-said'))], ['', ''])
      await write(FAULTY)
      await browser.run('document.querySelector(".decisions").open = true')
      for (const id of ['stale', 'decision-stale', 'notice-stale']) assert.equal(await browser.run(text(`#${id}`)), da.policy.stale)
      assert.ok(await browser.run('return document.querySelector("#decisions tr") && document.querySelector("#notice h3")'))
    })

    it('saves nothing of an older text than the one that has errors, however soon after the last key', async () => {
      await choose('cellbes')
      await until(browser, 'return document.querySelector("#notice h3")')
      await browser.run('window.saved = []')
      await browser.run(`${set('policy', 'input')}; document.getElementById("save-html").dispatchEvent(new MouseEvent("click"))`, FAULTY)
      await until(browser, `${text('#notice-said')} === arguments[0]`, da.policy.older)
      await press('save-markdown')
      for (const [button, said] of [['save-json', 'results-said'], ['save-csv', 'results-said']]) {
        await browser.run('document.getElementById(arguments[0]).textContent = ""', said)
        await press(button)
        assert.equal(await browser.run(text(`#${said}`)), da.policy.older, button)
      }
      assert.deepEqual(await browser.run('return window.saved'), [])

      await write(cellbes)
      await until(browser, done)
      assert.equal(await browser.run(hidden('decision-stale')), true)
      await browser.run('window.content = undefined')
      await press('save-markdown')
      assert.match(await until(browser, 'return window.content'), /^# Chatbot privatlivspolitik/)
      assert.equal(await browser.run(text('#notice-said')), '')
    })

    it('saves the notice of the text as it is, however soon after the last key', async () => {
      await choose('cellbes')
      const { title } = JSON.parse(cellbes)
      await browser.run(`window.content = undefined; ${set('policy', 'input')}; document.getElementById("save-html").dispatchEvent(new MouseEvent("click"))`,
        cellbes.replace(title.da, 'Vores nye chat'))
      assert.match(await until(browser, 'return window.content'), /<title>Vores nye chat/)
      await browser.run(`${forget}; window.content = undefined; ${set('policy', 'input')}; document.getElementById("save-html").dispatchEvent(new MouseEvent("click"))`, cellbes)
      assert.ok((await until(browser, 'return window.content')).includes(`<title>${title.da}`))
      await until(browser, done)
    })

    it('compares with the first version without errors of what was opened with some', async () => {
      await open('vores.json', cellbes.replace('"digits":', '"digit":'))
      await browser.run(set('compare', 'change'), 'opened')
      await write(cellbes)
      await until(browser, done)
      assert.deepEqual(await browser.run('return [...document.querySelectorAll("#decision-head th")].slice(1).map(it => it.textContent)'), ['A: cellbes', 'B: cellbes · som åbnet'])
      assert.equal(await browser.run(hidden('failed')), true)
      await browser.run(set('compare', 'change'), 'none')
    })

    it('reads over a byte order mark, in a file and in what is pasted', async () => {
      await open('mark.json', MARK + MARK + cellbes)
      assert.equal(await browser.run(text('#checked')), 'Ingen fejl. At se på: 1')
      await write(MARK + EDITED)
      assert.equal(await browser.run(text('#checked')), 'Ingen fejl. At se på: 1')
      await browser.run('window.content = undefined')
      await press('save-policy')
      assert.ok((await until(browser, 'return window.content')).startsWith('{'))

      await write(MARK + FAULTY)
      await browser.click('#problems li:nth-child(1) button')
      const column = Number((await browser.run(text('#problems li:nth-child(1) button'))).split(' ').at(-1))
      assert.equal(await browser.run('return document.activeElement.selectionStart'), MARK.length + column - 1)
    })

    it('says what is wrong with a file that is no text or far too long, and leaves the policy as it is', async () => {
      await open('b.json', cellbes)
      for (const [content, said] of [
        ['new Uint8Array([0xff, 0xfe, 0x7b, 0x00])', 'a.json er ikke en tekstfil (UTF-8).'],
        ['"{}".padEnd(1.1e6)', 'a.json er større end 1 MB.']
      ]) {
        await browser.run(drop.replace('arguments[2]', content), 'policy-card', 'a.json')
        await until(browser, `${text('#begun')} === arguments[0]`, `${said} Åbnet: b.json`)
      }
      assert.equal(await browser.run(editor), cellbes)
      assert.equal(await browser.run(text('#checked')), 'Ingen fejl. At se på: 1')
    })

    it('takes one file at a time', async () => {
      await open('b.json', cellbes)
      await browser.run(drop.replace('document', 'files.items.add(new File(["{}"], "c.json")); document'), 'policy-card', 'a.json', '{}')
      await until(browser, `${text('#begun')} === arguments[0]`, 'Kun én fil ad gangen. Åbnet: b.json')
      assert.equal(await browser.run(editor), cellbes)
    })

    it('asks before messages that were written are lost, but not for examples', async () => {
      const messages = 'return document.querySelector("#messages").value'
      const wrote = async () => {
        const leaving = await asks()
        await browser.click('#clear')
        return [leaving, await browser.run(asked), await browser.run(messages)]
      }
      await choose('cellbes')
      await browser.run(asked)
      await browser.click('#examples')
      assert.deepEqual(await wrote(), [false, [], ''])
      await browser.run(set('messages', 'input'), 'hej')
      await answers(false)
      assert.deepEqual(await wrote(), [true, [da.messages.unsaved], 'hej'])
      await answers(true)
      assert.deepEqual(await wrote(), [true, [da.messages.unsaved], ''])
      assert.equal(await asks(), false)
    })

    it('shows the first hundred of many errors, and counts them all', async () => {
      await open('many.json', cellbes.replace('{', '{' + Array.from({ length: 300 }, (_, n) => `"k${n}": 1,\n`).join('')))
      assert.equal(await browser.run(text('#checked')), 'Fejl: 300')
      assert.equal(await browser.run('return document.querySelectorAll("#problems button").length'), 100)
      assert.equal(await browser.run('return document.querySelector("#problems li:last-child").textContent'), 'De første 100 vises.')
    })

    it('leaves it to the browser to move text, and takes no file beside its place', async () => {
      await choose('cellbes')
      // Whether each event was taken from the browser.
      const taken = await browser.run(`const taken = (id, fill) => ["dragover", "drop"].map(type => {
          const files = new DataTransfer()
          fill(files)
          return !document.getElementById(id).dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }))
        })
        return [taken("policy", it => it.setData("text/plain", "hej")), taken("results", it => it.items.add(new File(["{}"], "a.json")))]`)
      assert.deepEqual(taken, [[false, false], [true, true]])
      assert.deepEqual([await browser.run(editor), await browser.run('return document.querySelectorAll(".over").length')], [cellbes, 0])
    })

    it('has results and errors announced once, and not at each part or key', async () => {
      await choose('cellbes')
      const heard = await browser.run(`window.heard = []
        for (const id of ["summary", "checked"]) {
          new MutationObserver(() => { window.heard.push(document.getElementById(id).textContent) }).observe(document.getElementById(id), { childList: true })
        }
        ${forget}
        const it = document.querySelector("#messages")
        it.value = "Ring på 12 34 56 78\\n".repeat(1000)
        it.dispatchEvent(new Event("input"))
        return window.heard`)
      assert.deepEqual(heard, [])
      await until(browser, done)
      // Changing the policy, but not what is masked, comes to the same.
      await browser.run(`${forget}; ${set('policy', 'input')}`, EDITED)
      await until(browser, done)
      assert.deepEqual(await browser.run('return window.heard'), ['Beskeder: 1000. Med noget skjult: 1000. Afvist: 0.'])
      assert.equal(await browser.run(hidden('progress')), true)
    })
  })
}
