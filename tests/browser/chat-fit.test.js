// The chat fits into small windows, and into pages whose style was made for something else.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, beforeEach, describe, it } from 'node:test'
import da from '../../www/strings/da.js'
import fi from '../../www/strings/fi.js'
import { browsers } from './browsers.js'
import { Citizen } from './chat.js'
import { startSite } from './site.js'

const LONG = 'Hej, mit CPR-nummer er 010190-1234, jeg hedder Anders Jensen og jeg har fået diabetes. Jeg bor på Nørregade 12 og jeg er muslim og stemmer på Enhedslisten. Ring til mig på 12 34 56 78.'
const SHOTS = process.env.SCREENSHOTS

describe('the chat', () => {
  let site
  let browser
  let citizen
  before(async () => {
    [site, browser] = await Promise.all([startSite(), browsers.Chromium()])
    citizen = new Citizen(browser, site)
  })
  beforeEach(async () => {
    await citizen.leave()
    await browser.page.emulateMedia({ colorScheme: null, forcedColors: null })
    await browser.page.setViewportSize({ width: 1000, height: 760 })
  })
  after(() => Promise.all([browser?.close(), site?.close()]))

  const arrive = (more, how) => citizen.arrive({ policy: '/policies/kommune-kiri.json', platform: 'demo', lang: 'da', ...more }, how)
  const begin = async more => {
    await arrive(more)
    await citizen.open()
    assert.equal(await citizen.run('return chat.state'), 'ready')
  }
  /** Puts a style into the page that the chat stands in. */
  const dress = css => citizen.run('const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); document.adoptedStyleSheets = [sheet]', css)
  const shoot = async what => {
    if (!SHOTS) return
    mkdirSync(SHOTS, { recursive: true })
    await browser.page.screenshot({ path: `${SHOTS}/fit-${what}.png` })
  }
  /** Waits until what changed size has been settled. */
  const settled = () => browser.page.evaluate(() => new Promise(resolve => {
    window.requestAnimationFrame(() => window.requestAnimationFrame(() => setTimeout(resolve)))
  }))
  /** Which of these somebody sees whole: in the window, and not under anything. */
  const seen = (...selectors) => citizen.run(`return arguments[0].filter(selector => {
    const node = inside(selector).at(-1)
    const { top, bottom, left, right } = node.getBoundingClientRect()
    const there = (x, y) => node.contains(chat.shadowRoot.elementFromPoint(x, y))
    return there(left + 8, top + 8) && there(right - 8, bottom - 8)
  })`, selectors)
  const contrast = selector => citizen.run(`const light = colour => {
      const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(it => it / 255).map(it => it <= .04045 ? it / 12.92 : ((it + .055) / 1.055) ** 2.4)
      return .2126 * r + .7152 * g + .0722 * b
    }
    const [node] = inside(arguments[0])
    let under = node
    while (/^rgba.*, 0\\)$/.test(getComputedStyle(under).backgroundColor)) under = under.parentElement
    const [dark, bright] = [light(getComputedStyle(node).color), light(getComputedStyle(under).backgroundColor)].sort((a, b) => a - b)
    return (bright + .05) / (dark + .05)`, selector)

  describe('in small windows', () => {
    for (const [width, height] of [[320, 568], [320, 500], [568, 320], [320, 256]]) {
      it(`keeps what was said and the box in sight at ${width} × ${height}`, async () => {
        await browser.page.setViewportSize({ width, height })
        await begin()
        for (let n = 0; n < 4; n++) {
          await browser.write(`Hvad koster et pas ${n}?`)
          await browser.press('Enter')
          await settled()
          assert.deepEqual(await seen('#message', '.send', '.turn.bot .bubble p'), ['#message', '.send', '.turn.bot .bubble p'], `after message ${n}`)
        }
        await shoot(`${width}x${height}-said`)
        // A few lines, and something to mask.
        await browser.write('Mit CPR-nummer er 010190-1234, og jeg vil gerne vide, hvornår det er')
        await settled()
        assert.deepEqual(await seen('#message', '.send'), ['#message', '.send'])
        if (height > 480) {
          const [log, last] = await citizen.run('return [inside(".log")[0], inside(".turn.bot").at(-1)].map(it => it.getBoundingClientRect().bottom)')
          assert.ok(last <= log, `the last answer has not gone down under the box: ${last} of ${log}`)
        }
        await shoot(`${width}x${height}-typed`)
        await citizen.fill('#message', LONG)
        await citizen.run('inside(".found")[0].open = true; inside("#message")[0].focus()')
        await settled()
        await shoot(`${width}x${height}-why`)
        assert.deepEqual(await seen('.send'), ['.send'])
        // Everything can be scrolled to.
        for (const it of ['.found summary u', '.found li:last-child strong', '.turn.bot .who']) {
          await citizen.run('inside(arguments[0]).at(-1).scrollIntoView({ block: "nearest" })', it)
          const [top, bottom] = await citizen.run('const { top, bottom } = inside(arguments[0]).at(-1).getBoundingClientRect(); return [top, bottom].map(Math.round)', it)
          assert.ok(top >= 0 && bottom <= height, `${it}: ${top} to ${bottom}`)
        }
      })
    }

    const openNotice = async () => {
      await citizen.choose(da.chat.labels.notice)
      await citizen.until('inside("dialog details").length > 3')
      await citizen.run('for (const it of inside("dialog details")) it.open = true')
      await settled()
    }

    for (const [width, height] of [[320, 480], [568, 320], [320, 256]]) {
      it(`keeps the button that closes a long dialog in sight at ${width} × ${height}`, async () => {
        await browser.page.setViewportSize({ width, height })
        await begin()
        await openNotice()
        await shoot(`${width}x${height}-notice`)
        for (const top of [0, 900, 1e6]) {
          await citizen.run('inside("dialog")[0].scrollTop = arguments[0]', top)
          assert.deepEqual(await seen('dialog .closer'), ['dialog .closer'], `scrolled to ${top}`)
        }
        await browser.press('Escape')
        await citizen.until('!inside("dialog").length')
      })
    }

    it('breaks no word of what is stored', async () => {
      await browser.page.setViewportSize({ width: 320, height: 568 })
      await begin()
      await openNotice()
      await citizen.run('inside("dialog details").at(-1).scrollIntoView()')
      await shoot('320-stored')
      const [words, broken] = await citizen.run(`const walker = document.createTreeWalker(inside('dialog details').at(-1), NodeFilter.SHOW_TEXT)
        const words = []
        while (walker.nextNode()) {
          for (const { 0: word, index } of walker.currentNode.data.matchAll(/[^\\s-]+/g)) {
            const range = document.createRange()
            range.setStart(walker.currentNode, index)
            range.setEnd(walker.currentNode, index + word.length)
            words.push([word, range.getClientRects().length])
          }
        }
        return [words.length, words.filter(it => it[1] !== 1)]`)
      assert.ok(words > 20)
      assert.deepEqual(broken, [])
    })

    it('cuts nothing off where the citizen has letters of twice the size', async () => {
      await browser.page.setViewportSize({ width: 320, height: 640 })
      const cdp = await browser.page.context().newCDPSession(browser.page)
      const wide = where => citizen.run('return inside(arguments[0]).filter(it => it.checkVisibility() && it.scrollWidth > it.clientWidth).map(it => it.className || it.textContent)', where)
      try {
        await cdp.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
        await begin({ policy: '/policies/migri.json', lang: 'fi' })
        assert.equal(await citizen.run('return getComputedStyle(inside(".own")[0]).fontSize'), '32px')
        await citizen.fill('#message', 'Nimeni on Maija Virtanen, henkilötunnus 010190-123A')
        await citizen.click('[part=menu-button]')
        await shoot('320-twice-menu')
        assert.deepEqual(await wide('.stage, .entries, .entries button, .found summary, .bar h2'), [])
        await citizen.click('.entries button', fi.chat.labels.notice)
        await citizen.until('inside("dialog details").length > 3')
        await shoot('320-twice-notice')
        assert.deepEqual(await wide('dialog, dialog h2, dialog summary'), [])
      } finally {
        await cdp.send('Page.setFontSizes', { fontSizes: { standard: 16 } })
        await cdp.detach()
      }
    })

    it('leaves whoever reads further up where they are', async () => {
      await browser.page.setViewportSize({ width: 320, height: 568 })
      await begin()
      for (let n = 0; n < 6; n++) await citizen.say(`Hvad koster et pas ${n}?`)
      await citizen.run('inside(".log")[0].scrollTop = 10')
      await settled()
      await citizen.fill('#message', LONG)
      await settled()
      assert.equal(await citizen.run('return inside(".log")[0].scrollTop'), 10)
    })
  })

  it('has a menu that can be seen, with three dots as with any picture', async () => {
    await begin({ policy: '/policies/migri.json', lang: 'fi' })
    const [picture, thickness] = await citizen.run('const [path] = inside("[part=menu-button] path"); return [inside("[part=menu-button]")[0].dataset.icon, Math.round(path.getBBox().height + parseFloat(getComputedStyle(path).strokeWidth))]')
    assert.equal(picture, 'dots')
    assert.ok(thickness >= 4, `a dot of ${thickness} pixels`)
  })

  describe('with colours of its tag', () => {
    const LOOKS = [{}, { colorScheme: 'dark' }, { forcedColors: 'active' }, { forcedColors: 'active', colorScheme: 'dark' }]
    const PARTS = ['.bar h2', '.bubble p', '#message', '.hint', '.note p']

    for (const look of LOOKS) {
      it(`can be read where the citizen has ${JSON.stringify(look)}`, async () => {
        await browser.page.emulateMedia(look)
        await begin({ accent: '#0a3d62', ink: '#000' })
        await citizen.fill('#message', 'Hej')
        await shoot(`colours-${Object.values(look).join('-')}`)
        for (const it of PARTS) assert.ok(await contrast(it) >= 4.5, `${it}: ${await contrast(it)}`)
      })
    }

    it('has others for the dark, and what the page says of the tag comes first', async () => {
      const bar = () => citizen.run('return getComputedStyle(inside(".bar")[0]).backgroundColor')
      await begin({ accent: 'rgb(1, 2, 3)', 'accent-dark': 'rgb(4, 5, 6)' })
      assert.equal(await bar(), 'rgb(1, 2, 3)')
      await browser.page.emulateMedia({ colorScheme: 'dark' })
      assert.equal(await bar(), 'rgb(4, 5, 6)')
      await dress('slor-chat { --slor-accent-dark: rgb(7, 8, 9) }')
      assert.equal(await bar(), 'rgb(7, 8, 9)')
    })
  })

  describe('in a page with a style of its own', () => {
    const size = () => citizen.run('return ["#message", ".bubble p", ".panel", ".launcher", ".send"].map(it => { const { fontSize, width } = getComputedStyle(inside(it)[0]); return [fontSize, width] })')

    it('keeps its colours', async () => {
      await browser.page.emulateMedia({ colorScheme: 'dark' })
      await begin()
      await dress('* { color: #222; background: none }')
      await shoot('reset-dark')
      for (const it of ['.bubble p', '#message', '.note p', '.hint']) assert.ok(await contrast(it) >= 4.5, `${it}: ${await contrast(it)}`)
    })

    it('keeps the colour of what stands inside of the tag', async () => {
      await browser.page.emulateMedia({ colorScheme: 'dark' })
      await arrive({}, { answer: path => path.endsWith('.wasm') ? { status: 404, body: '' } : undefined })
      await citizen.open()
      await dress('* { color: #222 }')
      assert.equal(await citizen.run('return getComputedStyle(document.querySelector("slor-chat > p")).color'), 'rgb(236, 241, 242)')
    })

    it('keeps its lines, its letters and its direction', async () => {
      await begin()
      await citizen.say('Hej')
      const plain = await size()
      await dress('body { white-space: nowrap; text-transform: uppercase; letter-spacing: .3em; word-spacing: 1em; text-align: center; text-indent: 2em; line-height: 3 } html { direction: rtl }')
      await shoot('inherit')
      assert.deepEqual(await size(), plain)
      assert.deepEqual(await seen('#message', '.send'), ['#message', '.send'])
      const style = await citizen.run('const { whiteSpace, textTransform, letterSpacing, wordSpacing, direction, textIndent } = getComputedStyle(inside(".note p")[0]); return [whiteSpace, textTransform, letterSpacing, wordSpacing, direction, textIndent]')
      assert.deepEqual(style, ['normal', 'none', 'normal', '0px', 'ltr', '0px'])
    })

    it('has the size that the citizen chose, whatever the page makes of it', async () => {
      await begin()
      const plain = await size()
      assert.equal(plain[0][0], '16px')
      await dress('html { font-size: 62.5% } slor-chat { font-size: 9px }')
      await shoot('small-root')
      assert.deepEqual(await size(), plain)
    })

    it('shows the focus on its button on any ground', async () => {
      await arrive()
      await dress('body { background: #0b4f6c }')
      await browser.press('Tab')
      await shoot('focus-on-dark')
      const ring = await citizen.run('const { outlineStyle, outlineColor, outlineWidth, outlineOffset, color } = getComputedStyle(chat.shadowRoot.activeElement); return [outlineStyle, outlineColor === color, parseFloat(outlineOffset) + parseFloat(outlineWidth) <= 0]')
      assert.deepEqual(ring, ['solid', true, true], 'it lies on the button, in the colour of its picture')
    })

    it('goes where the page hides it', async () => {
      await arrive()
      for (const css of ['slor-chat { display: none }', 'slor-chat { visibility: hidden }']) {
        await dress(css)
        assert.equal(await citizen.run('return inside(".launcher")[0].checkVisibility({ visibilityProperty: true })'), false, css)
      }
    })

    it('is there once', async () => {
      await arrive()
      const second = await citizen.run(`const second = chat.cloneNode(true)
        document.body.append(second)
        return [second.shadowRoot, window.logged.length, window.logged.at(-1)]`)
      assert.deepEqual([second[0], second[1]], [null, 1])
      assert.match(second[2], /^slor-chat: /)
      // A page that is put together anew has another one.
      await citizen.run('chat.remove()')
      await citizen.run('const third = chat.cloneNode(true); chat.remove(); document.body.append(third)')
      await citizen.until('inside && document.querySelectorAll("slor-chat")[0].shadowRoot')
    })
  })
})
