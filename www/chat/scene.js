import { Composer } from './composer.js'
import { askForFeedback, askToDelete, offerDownload, showMetadata } from './dialogs.js'
import { button, fill, make } from './dom.js'
import { Log } from './log.js'
import { goToPerson } from './person.js'
import { showNotice } from './privacy.js'

/** One talk on the stage: the log, who answers, the composer, and what the menu offers meanwhile. */
export class Scene {
  #around
  #talk
  #log
  #standing = make('div', { class: 'standing', part: 'standing', hidden: true })
  #place = make('div', {})
  #composer

  /**
   * @param {{ panel: HTMLElement, facts: any, strings: any, policyText: string, base: string | undefined, broken: (error: unknown) => void,
   *   again: () => void, happened: (what: string, detail?: any) => void }} around
   */
  constructor (around) {
    this.#around = around
    const { facts, strings } = around
    this.#log = new Log(strings, facts.bot, link => this.#choose(link))
    this.nodes = [this.#standing, this.#log.node, this.#place]
    // Whoever writes must know from the start that nobody reads.
    this.#log.note(fill(strings.chat.machine, { bot: facts.bot }))
  }

  /** What the talk tells. */
  tell = (what, detail) => {
    const { chat } = this.#around.strings
    const handlers = {
      turn: () => this.#log.add(detail),
      delivery: () => this.#log.deliver(detail),
      joined: () => this.#log.note(chat.human.joined, this.#around.facts.person?.notice),
      left: () => this.#log.note(chat.human.left),
      state: () => this.#stand(detail),
      wiped: () => this.#log.clear(),
      ended: () => this.#end(),
      broken: () => this.#around.broken(detail)
    }
    handlers[what]()
  }

  /** @param {import('./talk.js').Talk} talk */
  begin (talk) {
    this.#talk = talk
    const { facts, strings, broken, happened } = this.#around
    this.#composer = new Composer({ facts, strings, talk, broken, sent: findings => happened('sent', { categories: findings.map(it => it.category) }) })
    this.#place.replaceChildren(this.#composer.node)
    this.#stand(talk.state)
  }

  focus () {
    this.#composer?.focus()
  }

  /** The menu as it stands: what the policy and the platform offer now. */
  entries () {
    const { facts, strings, panel, policyText, base, happened } = this.#around
    const talk = this.#talk
    const state = talk?.state
    const open = state?.phase === 'open'
    const common = { parent: panel, facts, strings, talk, policyText, base }
    const all = [
      ['person', open && facts.person?.fromStart && state.canAskHuman && state.speaker === 'bot', () => this.#goToPerson()],
      ['download', talk && facts.formats.length > 0, () => offerDownload(common)],
      ['notice', true, () => showNotice(common)],
      ['metadata', talk, () => showMetadata(common)],
      ['feedback', open && !state.blocked, () => askForFeedback(common)],
      ['end', open, () => talk.end().catch(() => {})],
      ['delete', facts.deletes && state?.canDelete, () => askToDelete({ ...common, done: text => { this.#log.note(text); happened('deleted') } })]
    ]
    return all.filter(([, offered]) => offered).map(([name, , run]) => ({ label: facts.labels[name], run }))
  }

  #stand (state) {
    this.#composer?.block(state.blocked)
    this.#log.typing(state.typing)
    const { queue, human } = this.#around.strings.chat
    const [text, leave] = { queue: [queue.waiting, queue.leave], agent: [human.joined, human.leave] }[state.speaker] ?? []
    this.#standing.hidden = !text
    if (text) this.#standing.replaceChildren(make('p', { role: 'status' }, text), button(leave, () => this.#try(() => this.#talk.leavePerson())))
  }

  #choose (link) {
    const { facts, strings, panel } = this.#around
    const common = { parent: panel, facts, strings, talk: this.#talk }
    if (link.kind === 'delete') return this.#pick(facts.labels.delete)
    if (link.kind === 'download') return facts.formats.length ? offerDownload(common) : undefined
    if (link.kind === 'human' && facts.person) return this.#goToPerson()
    return this.#try(() => this.#talk.choose(link))
  }

  /** What a message's button names stands in the menu, if the policy offers it. */
  #pick (label) {
    this.entries().find(it => it.label === label)?.run()
  }

  #goToPerson () {
    const { facts, strings, panel } = this.#around
    return goToPerson({ parent: panel, facts, strings, talk: this.#talk, failed: () => this.#log.note(strings.chat.offline) })
  }

  async #try (run) {
    try {
      await run()
    } catch (/** @type {any} */ error) {
      if (error.name === 'ChatError') this.#log.note(this.#around.strings.chat.offline)
      else this.#around.broken(error)
    }
  }

  #end () {
    const { strings, again, happened } = this.#around
    this.#standing.hidden = true
    this.#composer = undefined
    this.#log.typing(false)
    this.#log.note(strings.chat.ended)
    this.#place.replaceChildren(make('div', { class: 'composer' }, button(strings.chat.anew, again, { class: 'main' })))
    happened('ended')
  }
}
