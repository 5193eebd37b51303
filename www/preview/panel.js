// The results: what one policy, or two, make of the messages.
import { policyRules } from '../notice.js'
import { POLICIES, policyOf } from '../demo/policies.js'
import { element } from '../demo/view.js'
import { Engine } from './engine.js'
import { csv, json, save } from './export.js'
import { differ, filled } from './results.js'
import { decisionRows, resultItem, say } from './view.js'

const FIRST = 50
const MORE = 200

export class Panel {
  #page
  #tell
  #engines = [new Engine(), new Engine()]
  #strings
  #language
  #policy = ''
  #opened = ''
  /** Whether the text has errors now, so that what is shown is older. */
  stale = false
  #messages = []
  /** What is shown: a view for the policy, and one for what it is compared with. */
  #views = []
  #shown = FIRST
  #newest = 0

  /**
   * @param {Record<string, any>} page the elements by their ids
   * @param {(error?: any) => void} tell is told what failed, or that all went well
   */
  constructor (page, tell) {
    this.#page = page
    this.#tell = tell
    for (const id of ['purpose', 'compare', 'other']) page[id].addEventListener('change', () => this.update())
    page.only.addEventListener('change', () => this.#draw())
    page.more.addEventListener('click', () => this.#showMore())
    page['save-json'].addEventListener('click', () => this.#save('json', 'application/json', json))
    page['save-csv'].addEventListener('click', () => this.#save('csv', 'text/csv', csv))
  }

  speak (strings, language) {
    this.#strings = strings
    this.#language = language
    const { messages } = strings.preview
    const offers = { none: messages.none, same: messages.same, opened: messages.opened, ...POLICIES }
    options(this.#page.compare, Object.entries(offers))
    this.#page['results-said'].textContent = ''
    this.#offerPurposes()
    this.#draw()
  }

  /** A policy without errors. The first since `clear` is the one as opened. */
  use (policy) {
    this.#policy = policy
    this.#opened ||= policy
    this.#page['results-said'].textContent = ''
    return this.update()
  }

  /** Nothing is shown, or saved, that belongs to another policy. */
  clear () {
    this.#newest += 1
    this.#policy = ''
    this.#opened = ''
    this.#empty()
  }

  look (messages) {
    this.#messages = messages
    this.#shown = FIRST
    return this.update()
  }

  async update () {
    if (!this.#policy) return
    const mine = ++this.#newest
    this.#page.results.dataset.state = 'working'
    try {
      const texts = await this.#texts()
      const rules = await Promise.all(texts.map(it => policyRules(it)))
      if (mine !== this.#newest) return
      const opened = this.#page.compare.value === 'opened'
      this.#views = texts.map((text, n) => view(text, rules[n], n > 0 && opened))
      this.#offerPurposes()
      await Promise.all(this.#views.map((it, n) => this.#run(it, n, mine)))
    } catch (error) {
      if (mine === this.#newest) this.#break(error)
      return
    }
    if (mine !== this.#newest || this.#views.some(it => it.results === undefined)) return
    this.#draw()
    this.#page.results.dataset.state = 'done'
    this.#tell()
  }

  /** Nothing is shown that belongs to something else, and the next attempt begins anew. */
  #break (error) {
    this.#engines.forEach(it => it.stop())
    this.#empty()
    this.#tell(error)
  }

  #empty () {
    this.#views = []
    for (const id of ['results', 'decisions', 'decision-head', 'summary']) this.#page[id].replaceChildren()
    this.#page.more.hidden = true
    this.#page.progress.hidden = true
    this.#page.results.dataset.state = 'empty'
  }

  /** The texts of the policies that are looked at. */
  async #texts () {
    const { value } = this.#page.compare
    if (value === 'none') {
      this.#engines[1].stop()
      return [this.#policy]
    }
    const other = { same: this.#policy, opened: this.#opened }[value]
    return [this.#policy, other ?? await policyOf(value, 'policies/')]
  }

  async #run (view, n, mine) {
    const select = [this.#page.purpose, this.#page.other][n]
    view.purpose = select.value || undefined
    await this.#engines[n].use(view.text)
    view.results = await this.#engines[n].run(this.#messages, view.purpose, results => {
      if (n > 0 || mine !== this.#newest || results.length === this.#messages.length) return
      // Not in the summary: that is announced, and only what came out should be.
      this.#page.progress.hidden = false
      this.#page.progress.textContent = filled(this.#strings.preview.results.working, { done: results.length, n: this.#messages.length })
    })
  }

  /** The uses that each policy names; what was chosen stays chosen where it can. */
  #offerPurposes () {
    const { purposes } = this.#strings.preview
    this.#views.forEach(({ names }, n) => {
      options([this.#page.purpose, this.#page.other][n], [['', purposes.strictest], ...names.map(it => [it, purposes[it]])])
    })
    const compares = this.#views.length > 1
    this.#page['other-pick'].hidden = !compares
    this.#page['only-pick'].hidden = !compares
  }

  #draw () {
    const { results, decision } = this.#strings.preview
    const done = this.#views.length > 0 && this.#views.every(it => it.results)
    if (!done) return
    const named = this.#views.map((it, n) => ({ ...it, name: this.#name(it, n) }))
    this.#page['decision-head'].replaceChildren(element('th', decision.category, { scope: 'col' }),
      ...named.map(({ name }) => element('th', name, { scope: 'col' })))
    this.#page.decisions.replaceChildren(...decisionRows(named, this.#strings))
    const rows = this.#rows()
    this.#page.results.replaceChildren(...rows.slice(0, this.#shown).map(it => this.#item(it, named)))
    this.#page.more.hidden = rows.length <= this.#shown
    this.#page.more.textContent = filled(results.more, { n: Math.min(MORE, rows.length - this.#shown) })
    this.#page.progress.hidden = true
    say(this.#page.summary, this.#messages.length === 0 ? results.empty : this.#summary())
  }

  /** The numbers of the messages to show. */
  #rows () {
    const all = this.#messages.map((text, n) => n)
    const [a, b] = this.#views
    return b && this.#page.only.checked ? all.filter(n => differ(a.results[n], b.results[n])) : all
  }

  #item (n, named) {
    const views = named.map(({ results, ...view }) => ({ ...view, result: results[n] }))
    const item = resultItem(this.#messages[n], views, this.#strings, this.#language)
    item.value = n + 1
    return item
  }

  #summary () {
    const [{ results }, b] = this.#views
    const words = this.#strings.preview.results
    const count = filled(words.count, {
      n: results.length,
      masked: results.filter(it => it.findings.length > 0).length,
      refused: results.filter(it => it.unread && it.text === '').length
    })
    if (!b) return count
    return `${count} ${filled(words.differ, { n: results.filter((it, n) => differ(it, b.results[n])).length })}`
  }

  #showMore () {
    const before = this.#page.results.children.length
    this.#shown += MORE
    this.#draw()
    // The button may be gone, and where to read on is at the first new message.
    const next = this.#page.results.children[before]
    next?.setAttribute('tabindex', '-1')
    next?.focus()
  }

  #name ({ id, opened, purpose }, n) {
    const { messages, purposes } = this.#strings.preview
    const name = [id, ...opened ? [messages.asOpened] : [], ...purpose ? [purposes[purpose]] : []].join(' · ')
    return this.#views.length > 1 ? `${'AB'[n]}: ${name}` : name
  }

  #save (ending, type, write) {
    const { none, older } = this.#strings.preview.policy
    this.#page['results-said'].textContent = this.#policy === '' ? none : this.stale ? older : ''
    if (this.stale || this.#page.results.dataset.state !== 'done') return
    const views = this.#views.map(({ id, opened, purpose, results }) => ({ policy: id, opened, purpose, results }))
    save(`${views[0].policy}-results.${ending}`, type, write(this.#messages, views, this.#page.raw.checked))
  }
}

function view (text, rules, opened) {
  const { id, languages, purposes } = JSON.parse(text)
  return { text, rules, opened, id, language: languages[0], names: Object.keys(purposes), purpose: undefined, results: undefined }
}

/** Fills a choice, and keeps what was chosen. */
export function options (select, offers) {
  const { value } = select
  select.replaceChildren(...offers.map(([value, name]) => element('option', name, { value })))
  if (offers.some(it => it[0] === value)) select.value = value
}
