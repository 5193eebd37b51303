import { Composer } from './composer.js'
import { openDialog, told } from './dialog.js'
import { askForFeedback, askToDelete, askToSendFile, offerDownload, showMetadata } from './dialogs.js'
import { button, fill, make } from './dom.js'
import { Log } from './log.js'
import { goToPerson } from './person.js'
import { showNotice } from './privacy.js'
import { waysAlone, waysToReach } from './ways.js'

/** One talk on the stage: the log, who answers, the composer, and what the menu offers meanwhile. */
export class Scene {
  #around
  #talk
  #log
  #standing = make('div', { part: 'standing', hidden: true })
  #stood = ''
  #place = make('div', {})
  #composer
  #last

  /**
   * @param {{ panel: HTMLElement, facts: any, strings: any, policyText: string, base: string | undefined, broken: (error: unknown) => void,
   *   again: (draft?: string) => void, news: () => void, happened: (what: string, detail?: any) => void }} around
   */
  constructor (around) {
    this.#around = around
    const { facts, strings } = around
    this.#log = new Log(strings, facts.bot, link => this.#choose(link), () => waysToReach(facts, strings))
    this.nodes = [this.#standing, this.#log.node, this.#place]
    // What the composer grows by, the log loses.
    const watch = new globalThis.ResizeObserver(() => this.#settle())
    for (const it of [this.#log.node, this.#place]) watch.observe(it)
    // Until the server has answered.
    this.#place.append(make('p', { class: 'composer' }, strings.chat.loading))
    this.#introduce()
  }

  /** Whoever writes must know from the start that nobody reads; the box to write in is described by it. */
  #introduce () {
    const { facts, strings } = this.#around
    this.#log.note(make('p', { id: 'machine' }, fill(strings.chat.machine, { bot: facts.bot })))
  }

  /** What the talk tells. */
  tell = (what, detail) => {
    const { chat } = this.#around.strings
    const handlers = {
      turn: () => this.#log.add(detail),
      delivery: () => this.#delivered(detail),
      joined: () => this.#log.note(chat.human.joined, this.#around.facts.person?.notice),
      left: () => this.#log.note(chat.human.left),
      state: () => this.#stand(detail),
      wiped: () => this.#empty(),
      ended: () => this.#end(detail),
      broken: () => this.#around.broken(detail)
    }
    const focused = this.#focused
    handlers[what]()
    if (what === 'joined' || (what === 'delivery' && detail.again) || (what === 'turn' && detail.from !== 'citizen' && !detail.history)) this.#around.news()
    // Whoever was in the chat stays in it, also if what had the focus is gone.
    if (focused && !this.#focused?.matches(':not(:disabled)')) this.focus()
  }

  /**
   * @param {import('./talk.js').Talk} talk
   * @param {string} [draft] what the citizen was writing when the talk before was ended
   */
  begin (talk, draft) {
    this.#talk = talk
    const offer = file => this.#try(() => askToSendFile({ ...this.given, file }))
    this.#composer = new Composer({ ...this.#around, talk, offer, draft, ways: () => this.#showWays() })
    this.#place.replaceChildren(this.#composer.node)
    this.#stand(talk.state)
  }

  /** Where there is no box, to what was said: a key that is still being pressed would choose a button. */
  focus () {
    (this.#composer ?? this.#log.node).focus()
  }

  /** What was said last and the box to write in stay in sight. */
  #settle () {
    this.#log.settle()
    const focused = this.#focused
    if (focused?.id === 'message') focused.closest('.line')?.scrollIntoView({ block: 'nearest' })
  }

  get #focused () {
    return /** @type {ShadowRoot} */ (this.#around.panel.getRootNode()).activeElement
  }

  /** The menu as it stands: what the policy and the platform offer now. */
  entries () {
    const given = this.given
    const { facts, strings, talk } = given
    const state = talk?.state
    const open = state?.phase === 'open'
    const all = [
      ['person', open && facts.person?.fromStart && state.canAskHuman && state.speaker === 'bot', () => this.#goToPerson()],
      ['ways', facts.ways.length > 0, () => this.#showWays()],
      ['download', talk && !talk.isEmpty && facts.formats.length > 0, () => offerDownload(given)],
      ['notice', true, () => showNotice(given)],
      ['metadata', open, () => showMetadata(given)],
      ['feedback', open && !state.blocked, () => askForFeedback(given)],
      ['end', open, () => this.#finish()],
      ['delete', facts.deletes && state?.canDelete, () => this.#delete()]
    ]
    const labels = { ...facts.labels, ways: strings.chat.ways }
    return all.filter(([, offered]) => offered).map(([name, , run]) => ({ label: labels[name], run }))
  }

  /** What a dialog needs. */
  get given () {
    return { ...this.#around, parent: this.#around.panel, talk: this.#talk, trouble: (...said) => this.#log.trouble(...said) }
  }

  #showWays () {
    const { facts, strings, panel } = this.#around
    openDialog(panel, strings.chat.ways, strings.chat.done, waysAlone(facts))
  }

  #delivered (detail) {
    const { delivery, categories } = detail.turn
    this.#log.deliver(detail)
    // One goes after the other.
    if (delivery === 'sending') this.#last = detail.turn
    if (this.#talk) this.#type(this.#talk.state)
    if (delivery === 'sent' && categories) this.#around.happened('sent', { categories })
  }

  #stand (state) {
    this.#composer?.stand(state)
    this.#type(state)
    const { queue, human, offline, back, late, retry } = this.#around.strings.chat
    const leave = () => this.#try(() => this.#talk.leavePerson())
    const speakers = { queue: [queue.waiting, queue.leave, leave], agent: [human.joined, human.leave, leave] }
    const missed = state.reachable ? state.late && late : offline
    const look = async () => {
      await this.#talk.lookAgain()
      // Whoever asks is answered, also where nothing is new.
      if (this.#composer && this.#stood === missed) this.#log.note(missed)
    }
    const [text = '', label, run] = missed ? [missed, retry, look] : speakers[state.speaker] ?? []
    // Each change is told in the log; this stays to be read. Left as it is where it's the same, so that nobody loses the button.
    const before = this.#stood
    if (text === before) return
    this.#stood = text
    this.#standing.hidden = !text
    this.#standing.replaceChildren(...(text ? [make('p', {}, text), button(label, run)] : []))
    if (missed) this.#log.trouble(missed)
    else if (before === offline) this.#log.note(back)
    else if (text === queue.waiting) this.#log.note(text)
  }

  /** Who waits for an answer sees that it's on its way. */
  #type ({ speaker, typing, reachable }) {
    const { chat } = this.#around.strings
    const text = speaker === 'bot' ? (typing || this.#last?.delivery === 'sending') && chat.awaited : typing && chat.typing
    this.#log.typing(this.#composer && reachable && text)
  }

  /** Of a talk that is being deleted, nothing is shown any more. */
  #empty () {
    this.#log.clear()
    // One that was kept and is there no more: another one begins.
    if (!this.#talk) return this.#introduce()
    // The way to another talk comes back when the server has answered, for that one would break off the deletion.
    this.#shut()
  }

  #delete () {
    const { facts, strings } = this.#around
    const again = () => [button(strings.chat.retry, () => this.#delete()), waysToReach(facts, strings)]
    askToDelete({ ...this.given, tell: (said, isDeleted) => this.#leaveOff(said, ...(isDeleted ? [] : again())) })
  }

  /** Nothing can be added or chosen any more. */
  #shut (...nodes) {
    this.#composer = undefined
    this.#standing.replaceChildren()
    this.#standing.hidden = true
    this.#log.typing(false)
    this.#log.close()
    this.#place.replaceChildren(...nodes.map(it => make('div', { class: 'composer' }, it)))
  }

  /** The server may take its time to end the talk. */
  #finish () {
    this.#shut(told(this.#around.strings.chat.ending))
    this.#talk.end().catch(() => {})
  }

  #choose (link) {
    const { facts } = this.#around
    // What a message's button names stands in the menu, if the policy offers it.
    if (['delete', 'download'].includes(link.kind)) return this.entries().find(it => it.label === facts.labels[link.kind])?.run()
    if (link.kind === 'human' && facts.person) return this.#goToPerson()
    return this.#try(() => this.#talk.choose(link))
  }

  #goToPerson () {
    return this.#try(() => goToPerson(this.given))
  }

  async #try (run) {
    try {
      await run()
    } catch (/** @type {any} */ error) {
      if (error.name === 'ChatError') this.#log.trouble(this.#around.strings.chat.offline)
      else this.#around.broken(error)
    }
  }

  #end (left) {
    const { strings, happened } = this.#around
    // What is left with the page is not for whoever comes back to it.
    if (left) this.#composer = undefined
    this.#leaveOff(strings.chat.ended)
    happened('ended')
  }

  /** Nothing more comes of this talk: says why, and offers another one. */
  #leaveOff (...said) {
    const { strings, again } = this.#around
    const draft = this.#composer?.draft
    this.#shut(button(strings.chat.anew, () => again(draft), { class: 'main' }))
    this.#log.note(...said)
  }
}
