// A citizen at the chat: what the tests do to the element, and what they see of it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, beforeEach, describe } from 'node:test'
import { load } from '../../www/node.js'
import { CSP } from '../../www/build/serve.js'
import { startBoost } from '../standins/boost.js'
import { browsers } from './browsers.js'
import { startSite, until } from './site.js'

export const PAGE = '/tests/browser/chat.html'

export function policyOf (id) {
  return JSON.parse(readFileSync(new URL(`../../policies/${id}.json`, import.meta.url), 'utf8'))
}

/** The page's permission to reach the chat server, and nobody else. */
export const allowing = (...servers) => CSP.replace("connect-src 'self'", `connect-src 'self' ${servers.map(it => it.url).join(' ')}`)

/**
 * Tests in each browser: a site, a citizen at it and a server of boost.ai's, as new for each test.
 *
 * @param {string} about
 * @param {(given: { name: string, site: any, browser: any, server: any, citizen: Citizen }) => void} tests
 */
export function inEachBrowser (about, tests) {
  for (const [name, start] of Object.entries(browsers)) {
    describe(`${about} in ${name}`, () => {
      // Filled in before the first test.
      const [site, browser, server] = [{}, {}, {}].map(it => /** @type {any} */ (it))
      const citizen = new Citizen(browser, site)
      before(async () => {
        const started = await Promise.all([startSite(), start(), startBoost()])
        for (const [n, it] of [site, browser, server].entries()) Object.assign(it, started[n])
      })
      beforeEach(async () => {
        await citizen.leave()
        server.breakWith(undefined)
        server.requests.length = 0
      })
      after(() => Promise.all([browser.close?.(), site.close?.(), server.close?.()]))
      tests({ name, site, browser, server, citizen })
    })
  }
}

export class Citizen {
  /**
   * @param {import('./browsers.js').Browser} browser
   * @param {any} site
   */
  constructor (browser, site) {
    this.browser = browser
    this.site = site
  }

  /**
   * Comes to the page.
   *
   * @param {Record<string, string | number | undefined>} attributes of the tag
   * @param {{ servers?: any[], answer?: (path: string) => object | undefined }} [how]
   */
  async arrive (attributes, { servers = [], answer } = {}) {
    const csp = { headers: { 'content-security-policy': allowing(...servers) } }
    this.site.breakWith(path => answer?.(path) ?? (path === PAGE ? csp : undefined))
    const given = Object.entries(attributes).filter(([, value]) => value !== undefined).map(([key, value]) => [key, String(value)])
    await this.browser.open(`${this.site.url}${PAGE}?${new URLSearchParams(given)}`)
    await until(this.browser, 'return document.querySelector("slor-chat")?.shadowRoot?.querySelector(".launcher, slot")')
  }

  async open () {
    await this.click('.launcher')
    await this.until('["ready", "failed"].includes(chat.state)')
  }

  /** Comes, opens the chat, and waits until it can be used. */
  async begin (attributes, how) {
    await this.arrive(attributes, how)
    await this.open()
    assert.equal(await this.run('return chat.state'), 'ready', String(await this.run('return JSON.stringify([window.happened, window.logged])')))
  }

  /** Goes away and leaves nothing behind: a chat that is still open would write down what its server answers late. */
  async leave () {
    await this.browser.open(`${this.site.url}/tests/browser/page.html`)
    await this.browser.run('sessionStorage.clear()')
  }

  /** Runs a script with `chat`, and `inside(selector)` for what is in its shadow. */
  run (script, ...args) {
    return this.browser.run(`const chat = document.querySelector('slor-chat'); const inside = window.inside; ${script}`, ...args)
  }

  until (condition, ...args) {
    return until(this, `return ${condition}`, ...args)
  }

  async click (selector, text) {
    const found = 'inside(arguments[0]).find(it => !it.disabled && it.checkVisibility() && (arguments[1] === null || it.textContent === arguments[1]))'
    await this.until(found, selector, text ?? null)
    await this.run(`${found}.click()`, selector, text ?? null)
  }

  text (selector) {
    return this.run('return inside(arguments[0]).filter(it => it.checkVisibility()).map(it => it.textContent)', selector)
  }

  async fill (selector, text) {
    await this.until('inside(arguments[0]).length', selector)
    await this.run('const [box] = inside(arguments[0]); box.value = arguments[1]; box.dispatchEvent(new Event("input"))', selector, text)
  }

  async say (text) {
    const before = (await this.text('.citizen')).length
    await this.fill('#message', text)
    await this.click('.send')
    await this.until('inside(".citizen").length > arguments[0]', before)
  }

  /** Says a first word, and waits for the answer to it. */
  async greet () {
    await this.say('Hej')
    await this.until('inside(".turn.bot").length === 2')
  }

  /** Gets hold of the running engine; from then on the page's `ruin()` stops it. */
  async prepareRuin () {
    await this.run('window.prepareRuin()')
    await this.until('window.ruin !== undefined')
  }

  /** Chooses an entry of the menu. */
  async choose (label) {
    await this.click('[part=menu-button]')
    await this.click('.entries button', label)
  }

  async closeDialog () {
    await this.click('dialog .closer')
    await this.until('!inside("dialog").length')
  }

  async entries () {
    await this.click('[part=menu-button]')
    const entries = await this.text('.entries button')
    await this.click('[part=menu-button]')
    return entries
  }

  /** Everything that the page shows, keeps or says. */
  traces () {
    return this.run(`return JSON.stringify([
      document.documentElement.outerHTML,
      chat.shadowRoot.innerHTML,
      inside('.marks').map(it => it.innerHTML),
      inside('textarea, input').map(it => it.value),
      { ...sessionStorage }, { ...localStorage }, document.cookie, window.logged, window.happened
    ])`)
  }

  stored () {
    return this.run('return [Object.keys(sessionStorage), Object.keys(localStorage), document.cookie]')
  }
}

/** The engine beside the browser: what must leave, and every passage that must not. */
export async function engineFor (policy, language) {
  const redactor = await load({ policy })
  const talk = redactor.conversation({ language })
  const secrets = new Set()
  const know = text => {
    for (const { start, end } of redactor.redact(text).findings) secrets.add(text.slice(start, end))
  }
  return {
    redactor,
    secrets,
    add (text) {
      know(text)
      return String(talk.add(text, { purpose: 'answer' }))
    },
    know
  }
}

/** No secret stands in what a server got or in what is left in the page. */
export function assertGone (secrets, what, where) {
  // As JSON, and as an address has it.
  const seen = what + what.replace(/\\(.)/g, '$1') + decodeURIComponent(what.replace(/%(?![\da-f]{2})/gi, '%25'))
  for (const secret of secrets) assert.ok(!seen.includes(secret), `${where} holds ${secret}`)
}

export const received = server => JSON.stringify(server.requests.map(({ url, headers, text }) => [url, headers, text]))
