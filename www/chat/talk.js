/** @typedef {import('../index.d.ts').Redactor} Redactor */
/** @typedef {import('../adapters/index.d.ts').Chat} Chat */

/**
 * What was said, as it is shown: of the citizen as it was sent.
 *
 * @typedef {{ id?: string, from: string, text: string, language: string, time: number, links?: any[], generated?: boolean,
 *   omitted?: boolean, history?: boolean, kept?: string, delivery?: 'sending' | 'sent' | 'failed' | 'uncertain' }} Turn
 */

// What was sent is known not to have arrived after these; after others nobody knows.
const NOT_SENT = ['refused', 'blocked', 'closed', 'unavailable', 'usage', 'status']
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
  #resumed = new Set()
  recorded = true

  /**
   * @param {Redactor} redactor
   * @param {Chat} chat
   * @param {{ facts: any, keep: import('./storage.js').Keep, tell: (what: string, detail?: any) => void }} around
   */
  constructor (redactor, chat, { facts, keep, tell }) {
    this.#redactor = redactor
    this.#chat = chat
    this.#facts = facts
    this.#keep = keep
    this.#tell = tell
    this.#conversation = redactor.conversation()
    this.#copy = redactor.transcript()
    const hear = (type, then) => chat.addEventListener(type, event => this.#guard(() => then(/** @type {any} */ (event).detail)))
    hear('message', message => this.#hear(message))
    hear('agent', ({ joined }) => tell(joined ? 'joined' : 'left'))
    for (const type of ['state', 'ended']) hear(type, detail => tell(type, detail))
  }

  get state () { return this.#chat.state }
  get isEmpty () { return this.#turns.length === 0 }

  /** Goes on with the talk that was kept, or begins one. */
  async begin () {
    const kept = this.#keep.read()
    if (kept) {
      this.#restore(kept)
      if (await this.#chat.resume(kept.token).then(() => true, () => false)) return
      this.#wipe()
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
    this.#deliver(turn, () => this.#chat.send(message))
    return message
  }

  /** What a field of the form would become. */
  field (id, text) {
    return this.#redactor.redactField(id, text)
  }

  /**
   * @param {import('../adapters/index.d.ts').ChatLink} link
   */
  choose (link) {
    // The server's own words, which may quote anything.
    const turn = this.#own(this.#redactor.redact(link.label, ANSWER))
    return this.#deliver(turn, () => this.#chat.chooseLink(link.id))
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
    return this.#chat.delete()
  }

  /** Ends the talk. The record of the policy's fields goes with the end, unless the citizen declined. */
  async end () {
    const record = this.recorded ? this.#redactor.metadata({ began: this.#began }) : null
    this.#keep.wipe()
    await this.#chat.end(/** @type {any} */ (record) ?? undefined)
  }

  /** The page goes away: a talk that can be resumed stays, another one ends. */
  leave () {
    if (!this.#keep.read() && this.#chat.state.phase === 'open') this.end().catch(() => {})
  }

  /** Nothing more comes or goes. What was shown stays shown. */
  stop () {
    this.#keep.wipe()
    this.#chat.close()
  }

  #hear ({ id, from, text, language, time, history, generated, omitted, links }) {
    if (history && (from === 'citizen' || this.#resumed.has(id))) return
    const turn = { id, from, text, language, links, generated, omitted, time: time ? Date.parse(time) : Date.now() }
    this.#turns.push(turn)
    if (text) this.#copy.add(from === 'agent' ? 'agent' : 'bot', text, turn.time)
    this.#store()
    this.#tell('turn', turn)
  }

  #own (text) {
    /** @type {Turn} */
    const turn = { from: 'citizen', text: String(text), language: this.#facts.language, time: Date.now() }
    this.#turns.push(turn)
    this.#copy.add('citizen', text, turn.time)
    this.#store()
    this.#tell('turn', turn)
    return turn
  }

  async #deliver (turn, send) {
    const tell = (delivery, again) => {
      turn.delivery = delivery
      this.#tell('delivery', { turn, again })
    }
    tell('sending')
    try {
      await send()
      tell('sent')
    } catch (/** @type {any} */ error) {
      // Whether to send it once more is the citizen's to say: it's the same masked text.
      const known = NOT_SENT.includes(error.code)
      tell(known ? 'failed' : 'uncertain', this.state.phase === 'open' ? () => this.#deliver(turn, send) : undefined)
    }
  }

  #store () {
    if (!this.#facts.keepsInSession) return
    const turns = this.#turns.map(turn => {
      turn.kept ??= turn.from === 'citizen' ? turn.text : this.#masked(turn.text)
      const { id, from, kept, language, time } = turn
      return { id, from, text: kept, language, time }
    })
    this.#keep.write({ token: this.#chat.token, began: this.#began, turns })
  }

  // A server may repeat what it should not know.
  #masked (text) {
    try {
      return String(this.#redactor.redact(text, ANSWER))
    } catch (/** @type {any} */ error) {
      if (error.code === 'unread') return ''
      throw error
    }
  }

  #restore ({ began, turns }) {
    this.#began = began
    for (const { id, from, text, language, time } of turns) {
      const turn = { id, from, text: this.#masked(text), language, time: Number(time) || began, history: true }
      this.#turns.push(turn)
      this.#resumed.add(id)
      if (from === 'citizen') this.#copy.add('citizen', this.#redactor.redact(text, ANSWER), turn.time)
      else this.#copy.add(from === 'agent' ? 'agent' : 'bot', turn.text, turn.time)
      this.#tell('turn', turn)
    }
  }

  #wipe () {
    this.#keep.wipe()
    this.#copy.clear()
    this.#conversation.clear()
    this.#turns.length = 0
    this.#resumed.clear()
    this.#tell('wiped')
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
