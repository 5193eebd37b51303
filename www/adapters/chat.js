import { ChatError, closed, strange } from './error.js'
import { checkedForm, Gate, recordOf, redacted } from './gate.js'
import { freeze, labelText, languageTag, list, LONGEST_TEXT, plainText, safeUrl } from './untrusted.js'

/** @typedef {import('../redactor.js').RedactedText} RedactedText */
/** @typedef {import('./gate.js').Metadata} Metadata */
/** @typedef {import('./index.d.ts').ChatState} ChatState */
/** @typedef {import('./index.d.ts').Form} Form */

const SLOWEST = 30_000
const MOST_FAILURES = 8

// From so many polls without an answer on, whoever waits is told.
const SILENCE = 3

/** @type {ChatState} */
const CLOSED = freeze({ phase: 'closed', speaker: 'bot', blocked: false, typing: false, canDelete: false, canDownload: false, canAskHuman: false, canSendFiles: false, reachable: true, late: false })

/**
 * One talk with a chat platform. A subclass knows the protocol: `connect`, `post`, `follow`, `latest` and so on.
 * Here is what's the same for all: one thing at a time, events, polling, and that nothing is sent twice.
 */
export class Chat extends EventTarget {
  /** @type {Gate | undefined} */
  #gate
  #state = CLOSED
  #seen = new Set()
  #links = new Map()
  #line = Promise.resolve()
  #timer
  #failures = 0
  #polling

  /** @param {any} options index.d.ts has each adapter's own */
  constructor (options) {
    super()
    if (!options?.policy?.languages) throw new ChatError('usage', 'a chat needs the policy as an object')
    this.options = options
    this.policy = options.policy
    this.language = options.language ?? options.policy.languages[0]
  }

  /** The only way out for this talk. */
  get gate () {
    if (!this.#gate) throw closed()
    return this.#gate
  }

  /** @returns {ChatState} */
  get state () { return this.#state }

  /** What `resume` needs to go on after the page was loaded anew, or undefined. @returns {string | undefined} */
  get token () { return undefined }

  /** Begins a talk; nothing of an earlier one is used again. */
  start () {
    return this.#begin('start', () => this.connect())
  }

  /**
   * Goes on with a talk that this page began before it was loaded anew.
   *
   * @param {string} token
   */
  resume (token) {
    return this.#begin('resume', () => {
      // What was stored may have been tampered with; a talk's id is long and has no spaces.
      if (!/^[\w+/=.~-]{16,512}$/.test(token)) throw new ChatError('usage', 'this is no id of a talk')
      return this.reconnect(this.gate.issue(token))
    })
  }

  /** @param {RedactedText} text */
  send (text) {
    return this.#inTurn('send', () => {
      if (this.#state.blocked) throw new ChatError('blocked', 'the talk takes no messages now')
      return this.post(redacted(text))
    })
  }

  /** @param {string | number} id of a link that a message brought */
  chooseLink (id) {
    return this.#inTurn('link', () => {
      const link = this.#links.get(String(id))
      if (!link) throw new ChatError('usage', 'no message brought this link')
      // What only opens a page or the menu is nothing that the server has to know.
      return ['open', 'delete', 'download'].includes(link.shown.kind) ? undefined : this.follow(link.own, link.shown)
    })
  }

  requestHuman () {
    return this.#inTurn('human', () => this.ask())
  }

  /**
   * Asks for a person, with the form that the policy puts before the queue.
   *
   * @param {Form} fields
   */
  submitForm (fields) {
    return this.#inTurn('form', () => this.ask(checkedForm(fields, this.policy)))
  }

  /** Leaves the queue or the person, back to the bot. */
  leaveHuman () {
    return this.#inTurn('leave', () => this.leave())
  }

  /** @param {{ rating?: 'good' | 'bad', text?: RedactedText }} feedback */
  feedback ({ rating, text }) {
    return this.#inTurn('feedback', () => this.rate(rating, text === undefined ? undefined : redacted(text)))
  }

  /**
   * Sends a file that the policy allows, where the platform takes some. What is in it goes as it is.
   *
   * @param {Blob} file
   * @param {RedactedText} name
   */
  sendFile (file, name) {
    return this.#inTurn('file', () => {
      if (!this.#state.canSendFiles) throw unavailable('files')
      return this.give(file, redacted(name))
    })
  }

  /**
   * The server's own copy of the talk.
   *
   * @returns {Promise<{ type: string, text: string }>}
   */
  download () {
    return this.#inTurn('download', () => {
      if (!this.#state.canDownload) throw unavailable()
      return this.transcript()
    })
  }

  /**
   * Deletes the talk on the server, then asks the server whether it's gone. May be called again if it fails.
   *
   * @param {Record<string, unknown>} [metadata] the record of what the policy leaves of a deleted talk
   * @returns {Promise<{ verified: boolean, recorded: boolean }>} `recorded`: whether the server took the record
   */
  async delete (metadata) {
    if (!this.#state.canDelete) throw this.#failed('delete', unavailable())
    const record = this.#leftOver(metadata)
    this.fallSilent()
    let recorded
    try {
      recorded = Boolean(await this.erase(record))
    } catch (error) {
      throw this.#failed('delete', error)
    }
    const verified = await this.isErased().catch(() => false)
    this.close()
    return { verified, recorded }
  }

  // No deletion fails for the sake of a record.
  #leftOver (metadata) {
    const record = recordOf(metadata, true)
    try {
      this.gate.admit(record)
      return record
    } catch (error) {
      this.#failed('delete', error)
      return undefined
    }
  }

  /**
   * Ends the talk.
   *
   * @param {Record<string, unknown>} [metadata] the record of the policy's fields; `page` and `topic` in it as `RedactedText`
   * @param {boolean} [leaving] whether the page goes away, so that no answer can be waited for
   * @returns {Promise<{ recorded: boolean }>} whether the server took the record
   */
  async end (metadata, leaving) {
    if (this.#state.phase === 'closed') return { recorded: false }
    const record = recordOf(metadata)
    this.fallSilent()
    try {
      // Looked at before anything of the end is sent.
      this.gate.admit(record)
      return { recorded: Boolean(await this.finish(record, leaving)) }
    } catch (error) {
      throw this.#failed('end', error)
    } finally {
      const { phase, canDelete, topic } = this.#state
      // A deletion that came meanwhile may be further.
      if (phase === 'ending') this.#settle({ canDelete, topic })
    }
  }

  /** Nothing more is sent or taken in. What is known of the talk stays, for ending or deleting it. */
  fallSilent () {
    clearTimeout(this.#timer)
    this.#gate?.abort()
    if (this.#state.phase === 'open') this.#state = freeze({ ...this.#state, phase: 'ending' })
  }

  /** Ends the talk on this side alone. Nothing is sent, and nothing of it is kept. */
  close () {
    this.fallSilent()
    this.#gate?.close()
    this.forget()
    this.#seen.clear()
    this.#links.clear()
    this.#settle()
  }

  /** The talk is over. What is still known of it is for deleting it, until it's closed or another one begins. */
  #settle (known = {}) {
    const { phase } = this.#state
    this.#state = freeze({ ...CLOSED, ...known })
    if (phase !== 'closed') this.#emit('ended', {})
  }

  /** Asks for news now. Otherwise that happens by itself. */
  poll () {
    clearTimeout(this.#timer)
    this.#polling ??= this.#ask().finally(() => { this.#polling = undefined; this.#schedule() })
    return this.#polling
  }

  async #ask () {
    const gate = this.#gate
    if (this.#state.phase !== 'open') return
    try {
      await this.latest()
      this.#heard()
    } catch (error) {
      this.#failures++
      if (this.#failures === SILENCE) this.update({ reachable: false })
      // A poll that was overtaken by the end of its talk has nothing to say.
      if (gate === this.#gate && this.#state.phase === 'open') this.#failed('poll', error)
    }
  }

  #schedule () {
    clearTimeout(this.#timer)
    const pace = this.#state.phase === 'open' ? this.pace() : undefined
    if (pace === undefined || this.#failures >= MOST_FAILURES) return
    this.#timer = setTimeout(() => this.poll(), Math.min(pace * 2 ** this.#failures, Math.max(pace, SLOWEST)))
  }

  async #begin (doing, run) {
    if (this.#state.phase !== 'closed') throw new ChatError('usage', 'the talk has begun already')
    this.close()
    this.#failures = 0
    this.#line = Promise.resolve()
    try {
      this.#gate = new Gate({ ...this.options, language: this.language, words: this.words() })
      this.#state = freeze({ ...CLOSED, phase: 'open' })
      await run()
      this.#schedule()
    } catch (error) {
      // What never began does not end.
      this.#state = CLOSED
      this.close()
      throw this.#failed(doing, error)
    }
  }

  /** One thing after the other, in the order of the calls. What failed is not tried again. */
  async #inTurn (doing, run) {
    const gate = this.#gate
    const turn = this.#line.then(() => {
      if (gate !== this.#gate || this.#state.phase !== 'open') throw closed()
      return run()
    })
    this.#line = turn.catch(() => {})
    try {
      const result = await turn
      this.#heard()
      this.#schedule()
      return result
    } catch (error) {
      throw this.#failed(doing, error)
    }
  }

  #heard () {
    this.#failures = 0
    this.update({ reachable: true })
  }

  /** Tells the page, and gives the error to throw. Whatever is no error of ours came of a bad answer, and may quote it. */
  #failed (doing, error) {
    const known = error instanceof ChatError ? error : strange()
    this.#emit('error', { doing, code: known.code, status: known.status })
    if (this.isOver(known) && this.#state.phase === 'open') this.close()
    return known
  }

  /** What happened in the talk; `detail` holds it as plain, frozen data. */
  #emit (type, detail) {
    this.dispatchEvent(Object.assign(new Event(type), { detail: freeze(detail) }))
  }

  /**
   * For subclasses: the talk stands differently.
   *
   * @param {Partial<ChatState>} change
   */
  update (change) {
    const before = this.#state
    if (before.phase !== 'open') return
    const after = freeze({ ...before, ...change })
    this.#state = after
    const differs = key => before[key] !== after[key]
    if (differs('speaker')) {
      if (before.speaker === 'queue' || after.speaker === 'queue') this.#emit('queue', { waiting: after.speaker === 'queue' })
      if (before.speaker === 'agent' || after.speaker === 'agent') this.#emit('agent', { joined: after.speaker === 'agent' })
    }
    if (differs('typing')) this.#emit('typing', { active: after.typing })
    if (Object.keys(change).some(differs)) this.#emit('state', after)
  }

  /**
   * For subclasses: a message came. All in it is the server's word: data to show as text.
   *
   * @param {{ id: unknown, from: string, text: unknown, html?: boolean, language?: unknown, time?: string, history?: boolean,
   *   generated?: boolean, omitted?: boolean, links?: { own: any, shown: any }[] }} message
   * @returns {boolean} whether it is news
   */
  receive ({ id, from, text, html, language, time, history = false, generated = false, omitted = false, links = [] }) {
    if (this.#state.phase !== 'open' || this.#seen.has(String(id))) return false
    this.#seen.add(String(id))
    // A button without words says nothing; where a link goes says its address.
    const shown = list(links).map(({ shown }) => ({ ...shown, label: labelText(shown.label), url: safeUrl(shown.url) }))
      .filter(({ kind, label, url }) => kind === 'open' ? url : label)
    const cut = typeof text === 'string' && text.length > LONGEST_TEXT
    links.forEach(link => this.#links.set(String(link.shown.id), link))
    this.#emit('message', { id: String(id), from, text: plainText(text, html), language: languageTag(language) ?? this.language, time, history, generated, omitted: omitted || cut || shown.length < links.length, links: shown })
    return true
  }

  /** For subclasses: what the server named a talk by, without which there is none. */
  begun (id) {
    const issued = this.gate.issue(id)
    if (issued === undefined) throw strange()
    return issued
  }

  /** What the policy offers of what the platform can do. */
  offers ({ deletes = true, downloads = true, files = false } = {}) {
    return {
      canDelete: deletes && this.policy.deletion?.offered === true,
      canDownload: downloads && this.policy.download?.offered === true,
      canSendFiles: files && this.policy.files !== undefined
    }
  }

  // What a subclass may leave as it is.

  /** @returns {readonly (string | number)[]} */
  words () { return [] }
  /** @returns {Promise<unknown>} */
  async connect () { throw unavailable() }
  /** @param {string | number | undefined} token @returns {Promise<unknown>} */
  async reconnect (token) { throw unavailable() } // eslint-disable-line no-unused-vars
  /** @param {RedactedText} text @returns {Promise<unknown>} */
  async post (text) { throw unavailable() } // eslint-disable-line no-unused-vars
  /** @param {Blob} file @param {RedactedText} name @returns {Promise<unknown>} */
  async give (file, name) { throw unavailable() } // eslint-disable-line no-unused-vars
  /** @param {any} own @param {any} shown @returns {Promise<unknown>} */
  async follow (own, shown) { throw unavailable() } // eslint-disable-line no-unused-vars
  /** @param {Form} [form] @returns {Promise<unknown>} */
  async ask (form) { throw unavailable() } // eslint-disable-line no-unused-vars
  /** @returns {Promise<unknown>} */
  async leave () { throw unavailable() }
  /** @param {'good' | 'bad' | undefined} rating @param {RedactedText} [text] @returns {Promise<unknown>} */
  async rate (rating, text) { throw unavailable() } // eslint-disable-line no-unused-vars
  /** @returns {Promise<{ type: string, text: string }>} */
  async transcript () { throw unavailable() }
  /** @param {Metadata} [record] @returns {Promise<boolean>} whether the record was taken */
  async erase (record) { throw unavailable() } // eslint-disable-line no-unused-vars
  /** @returns {Promise<boolean>} */
  async isErased () { return false }
  /** @param {Metadata} [record] @param {boolean} [leaving] @returns {Promise<boolean>} whether the record was taken */
  async finish (record, leaving) { return false } // eslint-disable-line no-unused-vars
  /** @returns {Promise<void>} */
  async latest () {}
  /** @returns {number | undefined} milliseconds until the next poll */
  pace () { return undefined }
  /** @param {ChatError} error @returns {boolean} whether the talk is over after it */
  isOver (error) { return false } // eslint-disable-line no-unused-vars, n/handle-callback-err
  forget () {}
}

export function unavailable (code = 'unavailable') {
  return new ChatError(code, 'the policy or the platform does not offer this')
}
