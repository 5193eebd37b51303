import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import da from '../../www/preview/strings/da.js'
import en from '../../www/preview/strings/en.js'
import { violations } from './axe.js'
import { browsers } from './browsers.js'
import { all, catchFiles, done, drop, forget, openPreview, policyOf, set, text, write as writeIn } from './preview-page.js'
import { startSite, until } from './site.js'

const cellbes = policyOf('cellbes')
const MESSAGE = 'Hej 😀 mit CPR er 010190-1234, skriv til mette@example.org'

for (const [name, start] of Object.entries(browsers)) {
  describe(`the preview in ${name}`, () => {
    let site
    let browser
    before(async () => {
      [site, browser] = await Promise.all([startSite(), start()])
      await openPreview(browser, site)
    })
    after(() => Promise.all([browser?.close(), site?.close()]))

    async function choose (id, value) {
      await browser.run(`${forget}; ${set(id, 'change')}`, value)
      await until(browser, done)
    }

    async function say (messages) {
      await browser.run(`${forget}; ${set('messages', 'input')}`, messages)
      await until(browser, done)
    }

    const write = policy => writeIn(browser, policy)

    async function saved (button) {
      await browser.run(`window.content = undefined; document.getElementById("${button}").dispatchEvent(new MouseEvent("click"))`)
      return until(browser, 'return window.content')
    }

    it('marks the lines of errors, says what is wrong there, and leads to the place', async () => {
      const wrong = cellbes.replace('"digits":', '"digit":')
      const line = wrong.split('\n').findIndex(it => it.includes('"digit":')) + 1
      await write(wrong)
      assert.equal(await browser.run(text('#checked')), 'Fejl: 2')
      assert.deepEqual(await browser.run('return [...document.querySelectorAll("#lines .bad")].map(it => [...it.parentElement.children].indexOf(it) + 1)'), [1, line])
      const [, problem] = await browser.run(all('#problems li'))
      assert.equal(problem, `Linje ${line}, tegn 3 digit: unknown key \`digit\`; did you mean \`digits\`?`)
      assert.equal(await browser.run('return document.getElementById(document.querySelector("#problems li:nth-child(2) button").getAttribute("aria-describedby")).textContent'),
        'digit: unknown key `digit`; did you mean `digits`?')
      assert.equal(await browser.run('return document.querySelector("#policy").getAttribute("aria-invalid")'), 'true')
      assert.equal(await browser.run(text('#stale')), da.policy.stale)

      await browser.click('#problems li:nth-child(2) button')
      const at = wrong.split('\n').slice(0, line - 1).join('\n').length + 3
      assert.deepEqual(await browser.run('return [document.activeElement.id, document.activeElement.selectionStart]'), ['policy', at])

      await write(cellbes)
      assert.equal(await browser.run(text('#checked')), 'Ingen fejl. At se på: 1')
      assert.match((await browser.run(all('#problems li')))[0], /processors\.0: .*controller too/)
      assert.equal(await browser.run('return document.querySelectorAll("#lines .bad").length'), 0)
    })

    it('shows what a message becomes, and why', async () => {
      await choose('start', 'kommune-kiri')
      await say(`${MESSAGE}\n\nHvornår åbner I den 4. marts 2026?`)
      const [first, second] = await browser.run(all('#results > li'))
      assert.ok(first.includes('[personnummer 1]') && first.includes('[e-mail 1]'))
      assert.deepEqual(await browser.run('return [...document.querySelectorAll("#results > li:first-child .line:first-of-type mark.masked")].map(it => it.textContent)'),
        ['010190-1234', 'mette@example.org'])
      assert.ok(second.includes('4. marts 2026') && !second.includes('['))
      await browser.run('for (const it of document.querySelectorAll("#results details")) it.open = true')
      const reasons = await browser.run(all('#results details li'))
      assert.match(reasons[0], /010190-1234.* personnummer \(CPR\) · numre fra Danmark \(dk\.cpr\), .+ · skjules overalt/)
      assert.match(reasons[2], /4\. marts 2026.* dato · datoer \(date\.month_name\), .+ · skjules ikke: Frister, åbningsdage/)
      assert.equal(await browser.run(text('#summary')), 'Beskeder: 2. Med noget skjult: 1. Afvist: 0.')
    })

    it('refuses what is mostly in a script that is not read', async () => {
      await say('Здравствуйте, меня зовут Иван, мой номер телефона такой')
      assert.ok((await browser.run(text('#results'))).includes(da.results.unread))
      assert.match(await browser.run(text('#summary')), /Afvist: 1/)
    })

    it('compares two uses of one policy, and marks what differs', async () => {
      await choose('start', 'cellbes')
      await until(browser, 'return [...document.querySelector("#purpose").options].some(it => it.value === "improve")')
      await choose('compare', 'same')
      await say(`${MESSAGE}\nTak for hjælpen`)
      await choose('purpose', 'answer')
      await choose('other', 'improve')
      const lines = await browser.run(all('#results > li:first-child .line'))
      assert.match(lines[1], /^A: cellbes · svar .*\[personnummer 1\].*mette@example\.org/)
      assert.match(lines[2], /^B: cellbes · forbedring .*\[personnummer 1\].*\[e-mail 1\]/)
      assert.deepEqual(await browser.run(all('#results mark.differs')), ['mette@example.org', '[e-mail 1]'])
      assert.match(await browser.run(text('#summary')), /Forskellige: 1\./)
      await browser.run('document.querySelector(".decisions").open = true')
      assert.deepEqual(await browser.run(all('#decisions tr.differs th')), ['e-mailadresse', 'adresse', 'sags- eller ordrenummer'])
      await browser.click('#only')
      assert.equal(await browser.run('return document.querySelectorAll("#results > li").length'), 1)
      await browser.click('#only')
    })

    it('compares two policies', async () => {
      await choose('compare', 'prokom')
      await browser.run(set('other', 'change'), '')
      await until(browser, done)
      assert.match((await browser.run(all('#results > li:first-child .line')))[2], /^B: prokom .*\[fødselsnummer 1\]/)
      await choose('compare', 'none')
    })

    it('reads messages from files, and says which line it cannot read', async () => {
      await browser.click('#clear')
      for (const [file, content] of [
        ['a.txt', `${MESSAGE}\r\nhej\n`], ['a.tsv', `id\ttext\n1\t${MESSAGE}\n2\thej`], ['a.tsv', `1\t${MESSAGE}\n2\thej`],
        ['a.jsonl', `${JSON.stringify({ id: 1, text: MESSAGE })}\n{"text":"hej"}\n`],
        ['a.json', JSON.stringify([MESSAGE, '', 'hej'], null, 2)], ['a.json', JSON.stringify([{ number: 1, text: MESSAGE }, { number: 2, text: 'hej' }])]
      ]) {
        await browser.run(`${forget}; ${drop}`, 'messages-card', file, content)
        await until(browser, done)
        assert.equal(await browser.run(text('#opened')), `${file}: 2 beskeder`)
        assert.match(await browser.run(text('#summary')), /^Beskeder: 2\. Med noget skjult: 1\./, file)
      }
      for (const [file, content, said] of [
        ['b.jsonl', '{"text":"hej"}\n\n\nmin hemmelighed', 'b.jsonl, linje 4: ikke et JSON-objekt med nøglen “text”.'],
        ['b.csv', 'number,text\r\n1,"min hemmelighed, hej"', 'b.csv: tabeller kan ikke åbnes som .csv. Disse kan åbnes: .txt, .tsv, .jsonl og .json.'],
        ['c.json', '{"text":"min hemmelighed"}', 'c.json: ikke en JSON-liste af tekster eller af objekter med nøglen “text”.'],
        ['d.json', '["min hemmelighed", 5]', 'd.json: ikke en JSON-liste af tekster eller af objekter med nøglen “text”.']
      ]) {
        await browser.run(drop, 'messages-card', file, content)
        await until(browser, `${text('#opened')} === arguments[0]`, `${said} a.json: 2 beskeder`)
      }
      await browser.click('#clear')
    })

    it('takes ten thousand messages, and shows them a part at a time', async () => {
      const many = Array.from({ length: 10_000 }, (_, n) => `Besked ${n}: ring på 12 34 56 78`).join('\n')
      await browser.run(`${forget}; ${drop}`, 'messages-card', 'many.txt', many)
      await until(browser, done)
      assert.match(await browser.run(text('#summary')), /^Beskeder: 10000\. Med noget skjult: 10000\./)
      const shown = 'return document.querySelectorAll("#results > li").length'
      assert.equal(await browser.run(shown), 50)
      await browser.click('#more')
      assert.equal(await browser.run(shown), 250)
      await browser.click('#clear')
    })

    it('writes notice and record in the language that is chosen', async () => {
      for (const [id, language] of [['kommun-kim', 'sv'], ['cellbes', 'da']]) {
        await choose('start', id)
        await until(browser, 'return document.querySelector("#notice h3")?.textContent === arguments[0]', JSON.parse(policyOf(id)).title[language])
      }
      await browser.run(set('notice-language', 'change'), 'fi')
      await until(browser, 'return document.querySelector("#notice section[data-section=masking] h4")?.textContent === "Mitä peitetään"')
      assert.deepEqual(await browser.run('return ["h3", "h4", "a"].map(it => document.querySelector("#notice " + it).lang)'), ['da', 'fi', 'da'])
      assert.equal(await browser.run('return document.querySelector("#notice a").href'), JSON.parse(cellbes).general_policy.url)
      assert.ok(await browser.run('return document.querySelectorAll("#notice ul > li").length') > 10)
      assert.equal(await browser.run(text('#notice-foreign')), 'Politikkens egne ord findes ikke på dette sprog; de står på dansk.')
      assert.equal(await browser.run(text('#notice-title')), da.notice.notice)
      await browser.run(set('document', 'change'), 'record')
      await until(browser, 'return document.querySelector("#notice section")?.dataset.section === "controller"')
      assert.equal(await browser.run(text('#notice-title')), da.notice.record)
      await browser.run(set('document', 'change'), 'notice')
      await browser.run(set('notice-language', 'change'), 'da')
      await until(browser, 'return document.querySelector("#notice section h4").lang === "da"')
      assert.equal(await browser.run('return document.querySelector("#notice-foreign").hidden'), true)
    })

    it('prints the whole policy and notice and nothing to press, and cuts no word of a table on a narrow screen', async () => {
      // Rules for paper are tried on the screen: not every browser here can be asked to print.
      const turn = `const sheet = [...document.styleSheets].find(it => it.href.endsWith("preview.css"))
        const rule = [...sheet.cssRules].find(it => it.media && ["print", "screen"].includes(it.media.mediaText))
        rule.media.mediaText = arguments[0]`
      await browser.run(turn, 'screen')
      const cut = await browser.run(`return [...document.querySelectorAll(".scroll, .tall, .notice, .problems, .wide")]
        .filter(it => it.offsetParent && it.scrollHeight > it.clientHeight + 1).map(it => it.className)`)
      const pressed = await browser.run('return [...document.querySelectorAll("main select, main input, main textarea, main .buttons button")].filter(it => it.offsetParent).map(it => it.id)')
      const [lines, colours] = await browser.run('const it = document.querySelector("#lines"); return [it.children.length, [it, document.body].map(it => getComputedStyle(it).color)]')
      await browser.run(turn, 'print')
      assert.deepEqual([cut, pressed, lines], [[], [], cellbes.split('\n').length])
      assert.equal(colours[0], colours[1], 'the lines can be read')

      await browser.run('document.querySelector(".decisions").open = true')
      const window = await browser.resize(320, 700)
      await choose('compare', 'same')
      const overflow = await browser.run('return [...document.querySelectorAll(".wide")].map(it => it.scrollWidth - it.clientWidth)')
      await window.restore()
      await choose('compare', 'none')
      assert.deepEqual(overflow, [0])
    })

    it('saves policy, results and notice, and messages as written only when asked', async () => {
      await say(MESSAGE)
      await browser.run(catchFiles)
      assert.equal(await saved('save-policy'), cellbes)
      const json = await saved('save-json')
      const [{ number, views: [view] }] = JSON.parse(json)
      assert.deepEqual([number, view.policy, view.purpose, view.masked.map(it => it.recognizer.split('.')[0]).length], [1, 'cellbes', 'answer', 1])
      assert.ok(view.redacted.includes('[personnummer 1]') && !json.includes('010190-1234'))
      assert.ok(!(await saved('save-csv')).includes('010190-1234'))
      await browser.click('#raw')
      assert.equal(JSON.parse(await saved('save-json'))[0].text, MESSAGE)
      assert.ok((await saved('save-csv')).includes(`"${MESSAGE}"`))
      await browser.click('#raw')
      assert.match(await saved('save-html'), /^<!doctype html>\n<html lang="da">/)
      assert.match(await saved('save-markdown'), /\n## Hvad der skjules\n/)
      assert.deepEqual(await browser.run('return [...new Set(window.saved)]'),
        ['cellbes.json', 'cellbes-results.json', 'cellbes-results.csv', 'cellbes-notice-da.html', 'cellbes-notice-da.md'])
    })

    it('is used by keyboard alone', async () => {
      await write('{')
      await browser.run('document.querySelector("#start").focus()')
      const seen = []
      for (let n = 0; n < 9; n++) {
        await browser.press('Tab')
        seen.push(await browser.run('return document.activeElement.id || document.activeElement.textContent'))
      }
      assert.deepEqual(seen.slice(0, 4), ['open-policy', 'save-policy', 'policy', 'Linje 1, tegn 1'], 'no key is caught in the editor')
      assert.ok(seen.includes('messages'))
      await browser.run('document.querySelector("#problems button").focus()')
      await browser.press('Enter')
      assert.equal(await browser.run('return document.activeElement.id'), 'policy')
      await write(cellbes)
    })

    it('has its own words in the language of the page, and the reasons of the policy in that of the policy', async () => {
      await choose('start', 'kommune-kiri')
      await browser.run(set('language', 'change'), 'en')
      await say('Hvornår åbner I den 4. marts 2026?')
      await browser.run('for (const it of document.querySelectorAll("#results details, .decisions")) it.open = true')
      const [reason] = Object.values(JSON.parse(policyOf('kommune-kiri')).categories.date.reason)
      for (const where of ['#decisions', '#results']) {
        await until(browser, `return [...document.querySelectorAll("${where} span")].some(it => it.textContent === arguments[0])`, reason)
        const foreign = await browser.run(`return [...document.querySelectorAll("${where} [lang]")].map(it => [it.lang, it.textContent])`)
        assert.ok(foreign.some(it => it[0] === 'da' && it[1] === reason), where)
        assert.deepEqual(foreign.filter(it => /kept|masked/.test(it[1])), [], where)
      }
      await browser.run(set('language', 'change'), 'da')
    })

    it('speaks the language that is chosen, in the same words as the others', async () => {
      const keys = it => Object.entries(it).flatMap(([key, value]) => typeof value === 'object' && !Array.isArray(value) ? keys(value).map(below => `${key}.${below}`) : key)
      const blanks = it => JSON.stringify(it).match(/\{\w+\}/g).sort()
      for (const code of ['da', 'sv', 'nb', 'nn', 'fi', 'en']) {
        const strings = (await import(`../../www/preview/strings/${code}.js`)).default
        assert.deepEqual([keys(strings), blanks(strings)], [keys(en), blanks(en)], code)
        await browser.run(set('language', 'change'), code)
        await until(browser, `${text('h1')} === arguments[0]`, strings.title)
        assert.equal(await browser.run('return document.documentElement.lang'), code)
      }
    })

    it('has nothing that axe-core objects to, with results, with a comparison and with errors', async () => {
      await choose('compare', 'kommun-kim')
      await say(`${MESSAGE}\nMin søn har diabetes`)
      await browser.run('for (const it of document.querySelectorAll("details")) it.open = true')
      assert.deepEqual(await violations(browser), [])
      await write('{ "slor": 2 }')
      assert.deepEqual(await violations(browser), [])
    })

    it('asks nobody but its own server, and stores nothing', async () => {
      const asked = await browser.run('return performance.getEntriesByType("resource").map(it => it.name)')
      assert.deepEqual([...new Set(asked.map(it => new URL(it).host))], [new URL(site.url).host])
      assert.deepEqual(asked.filter(it => new URL(it).search !== ''), [])
      assert.deepEqual(await browser.run('return [document.cookie, localStorage.length, sessionStorage.length]'), ['', 0, 0])
    })

    for (const file of ['slor_bg.wasm', 'slor_words_bg.wasm', readdirSync(new URL('../../www/pkg/', import.meta.url)).find(it => it.startsWith('terms'))]) {
      it(`says so when ${file} is not the one that was built`, async () => {
        site.breakWith(path => path === `/pkg/${file}` ? { body: 'something else' } : undefined)
        await browser.open(`${site.url}/preview.html`)
        await until(browser, 'return document.documentElement.dataset.state === "failed"')
        assert.match(await browser.run(text('[role=alert]')), /could not be loaded, or is not the one that this package was built with/)
        site.breakWith(undefined)
      })
    }
  })
}
