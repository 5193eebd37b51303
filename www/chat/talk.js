/** @typedef {import('../index.d.ts').Redactor} Redactor */
/** @typedef {import('../adapters/index.d.ts').Chat} Chat */

/**
 * What was said, as it is shown: of the citizen as it was sent.
 *
 * @typedef {{ id?: string, from: string, text: string, language: string, time: number, links?: any[], generated?: boolean,
 *   omitted?: boolean, file?: boolean, history?: boolean, kept?: string, categories?: string[], said?: boolean, again?: () => void, delivery?: 'sending' | 'sent' | 'failed' | 'uncertain' }} Turn
 */

// What was sent is known not to have arrived after these; after others nobody knows.
const NOT_SENT = ['refused', 'blocked', 'closed', 'unavailable', 'usage', 'status']

/** Whether it's known that nothing arrived. A server that breaks may have taken the message before. */
export const neverArrived = ({ code, status }) => NOT_SENT.includes(code) && !(status >= 500)

// After these a talk that was kept may still be there, and is asked for again.
const PASSING = ['network', 'timeout', 'closed']
/** @type {{ purpose: 'answer' }} */
const ANSWER = { purpose: 'answer' }

/** One talk: the engine before it, the platform behind it, a copy for the citizen beside it. It shows nothing. */
export class Talk {
  #redactor
  #chat
  #facts
  #keep
  #tell
  #conversation
  #copy
  /** @type {Turn[]} */
  #turns = []
  #began = Date.now()
  /** What is shown again, until the server has named it. @type {Turn[]} */
  #resumed = []
  #recorded
  #left = false

  /**
   * @param {Redactor} redactor
   * @param {Chat} chat
   * @param {{ facts: any, keep: import('./storage.js').Keep, recorded?: boolean, tell: (what: string, detail?: any) => void }} around
   *   `recorded` is what the citizen chose for the talk before
   */
  constructor (redactor, chat, { facts, keep, recorded = true, tell }) {
    this.#redactor = redactor
    this.#chat = chat
    this.#facts = facts
    this.#keep = keep
    this.#tell = tell
    this.#recorded = recorded
    this.#conversation = redactor.conversation({ language: facts.language })
    this.#copy = redactor.transcript()
    const hear = (type, then) => chat.addEventListener(type, event => this.#guard(() => then(/** @type {any} */ (event).detail)))
    hear('message', message => this.#hear(message))
    hear('agent', ({ joined }) => tell(joined ? 'joined' : 'left'))
    hear('state', state => tell('state', state))
    hear('ended', () => {
      // A page that only lets go of the talk leaves it to the next.
      if (!this.#left) this.#keep.wipe()
      this.#forget()
      tell('ended', this.#left)
    })
  }

  get state () { return this.#chat.state }
  get isKept () { return this.#keep.read() !== undefined }
  get isEmpty () { return this.#turns.length === 0 }

  /** Whether the record of the policy's fields may go with the end. The citizen decides, also for after a reload. */
  get recorded () { return this.#recorded }
  set recorded (recorded) {
    this.#recorded = recorded
    this.#store()
  }

  /** Goes on with the talk that was kept, or begins one. */
  async begin () {
    const kept = this.#keep.read()
    if (kept) {
      this.#restore(kept)
      const error = await this.#chat.resume(kept.token).catch(error => error)
      // What the server doesn't know of may be sent again.
      if (!error) return this.#resumed.forEach(turn => this.#tell('delivery', { turn, again: turn.again }))
      // Without it, the citizen could not delete it any more. From 429 on the server is too busy, or broken.
      if (PASSING.includes(error.code) || error.status >= 429) throw error
      this.#wipe()
      this.#began = Date.now()
    }
    await this.#chat.start()
    this.#store()
  }

  /**
   * What a message would become. Throws a `SlorError` if the engine can't say.
   *
   * @param {string} text
   * @param {number[]} [giveBack]
   */
  preview (text, giveBack) {
    return this.#conversation.preview(text, { ...ANSWER, giveBack })
  }

  /**
   * Sends a message, masked. Throws a `SlorError` if the engine can't mask it; then nothing was sent.
   *
   * @param {string} text
   * @param {number[]} [giveBack]
   */
  say (text, giveBack) {
    const message = this.#conversation.add(text, { ...ANSWER, giveBack })
    const turn = this.#own(message)
    turn.categories = message.findings.map(it => it.category)
    turn.said = true
    this.#deliver(turn, () => this.#chat.send(message))
    return message
  }

  /** What a field of the form would become. */
  field (id, text) {
    return this.#redactor.redactField(id, text, { language: this.#facts.language })
  }

  /** The name of a file as it may leave. Names are written together, which would hide what is in them. */
  fileName (name) {
    // An e-mail address stays whole: what is cut off of it would be left as written. A sign alone makes none.
    const spaced = this.#redacted(name.replace(/[-_+]|\S*\w@.\S*/g, it => it[1] ? it : ' '))
    return (spaced?.findings.length ? spaced : this.#redacted(name)) ?? this.#redactor.redact('file', ANSWER)
  }

  /** Sends a file under its masked name. */
  async sendFile (file, name) {
    await this.#chat.sendFile(file, name)
    this.#own(name, { file: true })
  }

  /**
   * @param {import('../adapters/index.d.ts').ChatLink} link
   */
  choose (link) {
    // The server's own words, which may quote anything, in any script.
    const label = this.#redacted(link.label)
    if (!label) return this.#chat.chooseLink(link.id)
    return this.#deliver(this.#own(label), () => this.#chat.chooseLink(link.id))
  }

  /**
   * Asks for a person, with the form where there is one.
   *
   * @param {import('../adapters/index.d.ts').Form} [form]
   */
  async askPerson (form) {
    if (!form) return this.#chat.requestHuman()
    await this.#chat.submitForm(form)
    for (const text of Object.values(form)) this.#own(text)
  }

  /** Asks the server once more, after it has not answered. */
  lookAgain () {
    return this.#chat.poll()
  }

  leavePerson () {
    return this.#chat.leaveHuman()
  }

  /** @param {{ rating: 'good' | 'bad', text: string }} given */
  feedback ({ rating, text }) {
    return this.#chat.feedback({ rating, text: text.trim() ? this.#redactor.redact(text) : undefined })
  }

  /** The citizen's own copy, which needs no server. */
  copy (format, names) {
    return format === 'json' ? this.#copy.json(ANSWER) : this.#copy.text({ ...ANSWER, names })
  }

  /** Wipes what is here first, then deletes on the server. May be called again if it fails. */
  delete () {
    this.#wipe()
    return this.#chat.delete(this.#record('metadataAfterDeletion'))
  }

  /**
   * Ends the talk. The record of the policy's fields goes with the end, unless the citizen declined.
   *
   * @param {boolean} [leaving] whether the page goes away: then nothing can be waited for
   */
  async end (leaving) {
    const record = this.#record('metadata')
    this.#keep.wipe()
    await this.#chat.end(record, leaving)
  }

  /**
   * @param {'metadata' | 'metadataAfterDeletion'} kind
   * @returns {any}
   */
  #record (kind) {
    try {
      return this.#recorded && this.#redactor[kind]({ began: this.#began, topic: this.state.topic })
    } catch {
      // No end and no deletion fails for the sake of a record.
      return undefined
    }
  }

  /** The page goes away: a talk that can be resumed stays, another one ends. */
  leave () {
    if (this.isKept || this.#chat.state.phase !== 'open') return
    this.#left = true
    this.end(true).catch(() => {})
    // The browser may give the page back as it was, and what was under way for ever so.
    window.addEventListener('pageshow', () => this.stop(), { once: true })
  }

  /** Nothing more comes or goes here. What is kept stays, so that the talk can be gone on with, or deleted, after a reload. */
  stop () {
    this.#left = true
    this.#chat.close()
  }

  /** The same where something broke: what it takes to delete the talk on the server is still known. */
  fallSilent () {
    this.#left = true
    this.#chat.fallSilent()
  }

  #hear (message) {
    const { id, from, text, language, time, history, generated, omitted, links } = message
    if (history) {
      const isIt = it => from === 'citizen' ? it.from === from && it.text === text : it.id === id
      const known = this.#resumed.find(isIt)
      if (known) return this.#recall(known, message)
      if (from === 'citizen') return
    }
    const turn = { id, from, text, language, links, generated, omitted, time: time ? Date.parse(time) : Date.now() }
    this.#turns.push(turn)
    if (text) this.#remember(turn)
    this.#store()
    this.#tell('turn', turn)
  }

  /** The server knows more of a message than was kept: what can be chosen, and that it arrived. */
  #recall (turn, { from, generated, omitted, links }) {
    this.#resumed.splice(this.#resumed.indexOf(turn), 1)
    if (from === 'citizen') turn.delivery = undefined
    else Object.assign(turn, { generated, omitted, links })
    this.#tell('turn', turn)
  }

  #own (text, more = {}) {
    /** @type {Turn} */
    const turn = { from: 'citizen', text: String(text), language: this.#facts.language, time: Date.now(), ...more }
    this.#turns.push(turn)
    this.#remember(turn, text)
    this.#store()
    this.#tell('turn', turn)
    return turn
  }

  async #deliver (turn, send) {
    const tell = (delivery, again) => {
      turn.delivery = delivery
      this.#store()
      this.#tell('delivery', { turn, again })
    }
    tell('sending')
    try {
      await send()
      tell('sent')
    } catch (/** @type {any} */ error) {
      // Whether to send it once more is the citizen's to say: it's the same masked text.
      tell(neverArrived(error) ? 'failed' : 'uncertain', this.state.phase === 'open' ? () => this.#deliver(turn, send) : undefined)
    }
  }

  #store () {
    if (!this.#facts.keepsInSession || this.state.phase !== 'open') return
    const turns = this.#turns.map(turn => {
      // Masked here too where the citizen sent something as written: what is stored is masked, always.
      turn.kept ??= String(this.#redacted(turn.text) ?? '')
      const { id, from, kept, language, time, said, delivery } = turn
      return { id, from, text: kept, language, time, said, delivery: delivery === 'sent' ? undefined : delivery }
    })
    this.#keep.write({ token: this.#chat.token, began: this.#began, recorded: this.#recorded, turns })
  }

  /** A text by itself, redacted; undefined if it's in a script that the engine doesn't read. A server may repeat what it should not know. */
  #redacted (text) {
    try {
      // Only a conversation writes in the citizen's language.
      const alone = this.#redactor.conversation({ language: this.#facts.language })
      const redacted = alone.add(text, ANSWER)
      alone.clear()
      return redacted
    } catch (/** @type {any} */ error) {
      if (error.code === 'unread') return undefined
      throw error
    }
  }

  #restore ({ began, recorded, turns }) {
    this.#began = began
    this.#recorded = recorded
    for (const { id, from, text, language, time, said, delivery } of turns) {
      // Without words there is nothing to show; the server may have more of it.
      const redacted = text && this.#redacted(text)
      if (!redacted) continue
      /** @type {Turn} */
      const turn = { id, from, text: String(redacted), language, time: Number(time) || began, said, history: true }
      // What was under way when the page went may have come or not.
      if (delivery) turn.delivery = delivery === 'failed' ? delivery : 'uncertain'
      // A button is still there.
      if (said === true) turn.again = () => this.#deliver(turn, () => this.#chat.send(redacted))
      this.#turns.push(turn)
      this.#resumed.push(turn)
      this.#remember(turn, redacted)
      this.#tell('turn', turn)
    }
  }

  /** Adds a turn to the citizen's copy. */
  #remember ({ from, text, time }, redacted) {
    if (from === 'citizen') this.#copy.add('citizen', redacted, time)
    else this.#copy.add(from === 'agent' ? 'agent' : 'bot', text, time)
  }

  /** What the conversation remembers goes with its end. The copy stays, for the citizen to download. */
  #forget (...more) {
    try {
      for (const it of [this.#conversation, ...more]) it.clear()
    } catch {
      // An engine that has stopped can't; its memory goes with the page.
    }
  }

  #wipe () {
    this.#keep.wipe()
    this.#turns.length = 0
    this.#resumed.length = 0
    this.#tell('wiped')
    this.#forget(this.#copy)
  }

  /** What comes from a server reaches the engine too; if that stops, everything does. */
  #guard (run) {
    try {
      run()
    } catch (error) {
      this.#tell('broken', error)
    }
  }
}
