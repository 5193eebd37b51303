import { told } from './dialog.js'
import { askToDelete } from './dialogs.js'
import { fill, button, icon, make } from './dom.js'
import { factsOf, languageOf, stringsOf } from './facts.js'
import { Panel } from './panel.js'
import { adapterOf, connect } from './platforms.js'
import { Scene } from './scene.js'
import { Keep } from './storage.js'
import { sheetsOf } from './style.js'
import { Talk } from './talk.js'

const TIMEOUT = 10_000

/** The tag that is the chat of this page. @type {SlorChat | undefined} */
let only

/**
 * `<slor-chat>`: a chat that masks before it sends. README.md lists its attributes, properties, events and parts.
 * What stands inside of the tag is shown when the chat can't be used.
 */
export class SlorChat extends (globalThis.HTMLElement ?? Object) {
  #root
  #strings
  #language = 'en'
  #launcher
  #news = make('p', { class: 'unseen', role: 'status' })
  #panel
  #scene
  #talk
  /** What the latest beginning is known by: one that was overtaken, by the tag leaving the page, shows and sends nothing more. */
  #latest
  /** @type {Promise<void> | undefined} */
  #prepared
  /** @type {Promise<void> | undefined} */
  #reading
  #policyText = ''
  #policy
  #facts
  /** @type {Promise<import('../index.d.ts').Redactor> | undefined} */
  #engine
  #state = 'closed'
  #leave = () => this.#talk?.leave()

  /** `closed`, `loading`, `ready` or `failed`. */
  get state () { return this.#state }

  connectedCallback () {
    // Their buttons would lie on each other, and both would keep the one talk of the tab.
    if (only !== this && only?.isConnected) return console.error('slor-chat: a page has one chat; this tag is left out')
    only = this
    window.addEventListener('pagehide', this.#leave)
    if (this.#root) return
    this.#root = this.attachShadow({ mode: 'open' })
    this.#root.adoptedStyleSheets = sheetsOf(this)
    this.#prepared = this.#prepare()
  }

  disconnectedCallback () {
    // Moving it about in the page is no farewell.
    queueMicrotask(() => {
      if (this.isConnected) return
      window.removeEventListener('pagehide', this.#leave)
      const talk = this.#talk
      this.#talk = this.#scene = this.#latest = undefined
      // It's gone on with when the element is in a page and opened again.
      if (talk?.isKept) talk.stop()
      else talk?.leave()
      this.#state = 'closed'
      if (this.#panel) this.#unfold(false)
    })
  }

  /** Opens the chat, as its button does. */
  async open () {
    await this.#prepared
    if (!this.#panel || this.#panel.isOpen) return
    this.#unfold(true)
    this.#panel.focus()
    this.#happened('open')
    if (this.#state === 'closed') await this.#begin()
    else this.#scene?.focus()
  }

  /** Closes the chat. The talk goes on. */
  close () {
    if (!this.#panel?.isOpen) return
    this.#unfold(false)
    this.#launcher.focus()
    this.#happened('close')
  }

  #unfold (open) {
    this.#launcher.hidden = open
    this.#panel.isOpen = open
    if (open) this.#announce('')
  }

  /** On the button and to screen readers, which hear nothing of a log that is hidden. */
  #announce (news) {
    this.#news.textContent = news
    this.#launcher.replaceChildren(this.#launcher.firstChild, news)
  }

  async #prepare () {
    this.#language = languageOf(this.lang || document.documentElement.lang)
    try {
      this.#strings = await this.#within(stringsOf(this.#language))
    } catch {
      // Without words of our own, those inside of the tag must do.
      this.#root.append(make('slot'))
      this.#state = 'failed'
      return this.#happened('failed', { code: 'engine' })
    }
    let meant = false
    const load = () => {
      if (meant) return
      meant = true
      this.#load().catch(() => {})
    }
    // Where the pointer happens to rest, nobody means to open anything.
    this.#launcher = button(icon('chat'), () => this.open(), { part: 'launcher', onpointermove: load, onpointerdown: load, onfocus: load })
    this.#panel = new Panel(() => this.close())
    this.#name(this.#strings.chat.bot)
    this.#root.append(make('div', { class: 'own' }, this.#news, this.#launcher, this.#panel.node))
    // Nobody waits for it here: who opens the chat meanwhile sees that it is coming.
    this.#readPolicy().catch(() => {})
  }

  /** The policy, for what the citizen sees of it. The engine checks it by itself before anything is sent. */
  #readPolicy () {
    // What failed may be tried again.
    this.#reading ??= this.#readOnce().catch(error => { this.#reading = undefined; throw error })
    return this.#reading
  }

  async #readOnce () {
    this.#policyText = await this.#within(this.#textOfPolicy())
    const policy = understood(() => JSON.parse(this.#policyText))
    const language = understood(() => languageOf(this.#language, policy.languages))
    if (language !== this.#language) this.#strings = await this.#within(stringsOf(language))
    this.#facts = understood(() => factsOf(policy, language, this.#strings))
    this.#policy = policy
    this.#language = language
    this.#name(this.#facts.bot)
    this.#launcher.classList.add(this.#facts.launcher)
    // Whoever waits for it does so in the language of the talk.
    if (this.#panel.isOpen) this.#panel.loading()
  }

  async #textOfPolicy () {
    const given = this.policy ?? this.getAttribute('policy')
    if (!given) throw failure('usage', 'the attribute policy is missing: the address of the policy')
    if (typeof given !== 'string') return JSON.stringify(given)
    if (given.trimStart().startsWith('{')) return given
    const response = await fetch(given, { referrerPolicy: 'no-referrer' }).catch(() => undefined)
    if (!response?.ok) throw failure('policy', `the policy could not be had: status ${response?.status}`)
    return response.text()
  }

  #name (bot) {
    const name = fill(this.#strings.chat.open, { bot })
    this.#news.lang = this.#launcher.lang = this.#panel.node.lang = this.#language
    this.#launcher.title = name
    this.#panel.name({ title: bot, strings: this.#strings, facts: this.#facts, entries: () => this.#scene?.entries() ?? [] })
  }

  #load () {
    const load = async () => {
      await this.#readPolicy()
      // Comes beside the engine; what is wrong with it is told when it's needed.
      adapterOf(this, this.#policy).catch(() => {})
      const { load } = await import('../index.js')
      return load({ policy: this.#policyText, base: this.#base, timeout: this.#timeout })
    }
    // What failed may be tried again.
    this.#engine ??= this.#within(load()).catch(error => { this.#engine = undefined; throw error })
    return this.#engine
  }

  /** The folder of the engine and the words, if it is another. */
  get #base () { return this.getAttribute('base') ?? undefined }

  get #timeout () { return Number(this.getAttribute('timeout')) || TIMEOUT }

  /**
   * What comes in time.
   *
   * @template T
   * @param {Promise<T>} promise
   * @returns {Promise<T>}
   */
  #within (promise) {
    return Promise.race([promise, /** @type {Promise<never>} */ (new Promise((resolve, reject) => {
      setTimeout(() => reject(failure('timeout', `not ready in ${this.#timeout} ms`)), this.#timeout)
    }))])
  }

  /** @param {string} [draft] */
  async #begin (draft) {
    this.#state = 'loading'
    const before = this.#talk
    // Nothing more comes or goes through the talk that was.
    this.#talk = this.#scene = undefined
    before?.stop()
    const mine = this.#latest = {}
    this.#focusing(() => this.#panel.loading(), this.#panel)
    try {
      const redactor = await this.#load()
      if (mine !== this.#latest) return
      const scene = this.#scene = new Scene({
        panel: this.#panel.node,
        facts: this.#facts,
        strings: this.#strings,
        policyText: this.#policyText,
        base: this.#base,
        broken: error => this.#fail(error),
        again: draft => this.#begin(draft),
        news: () => { if (!this.#panel.isOpen) this.#announce(this.#strings.chat.news) },
        happened: (what, detail) => this.#happened(what, detail)
      })
      this.#panel.show(...scene.nodes)
      const chat = await this.#within(connect(this, this.#policy, this.#language))
      if (mine !== this.#latest) return
      const keep = new Keep(this.#facts.keepsInSession, this.#facts.id)
      // Who declined the record once has declined it.
      const talk = this.#talk = new Talk(redactor, chat, { facts: this.#facts, keep, recorded: before?.recorded, tell: scene.tell })
      await talk.begin()
      this.#compare(talk.state)
      scene.begin(talk, draft)
      this.#state = 'ready'
      this.#happened('ready')
      this.#focusing(() => {}, scene)
    } catch (/** @type {any} */ error) {
      if (mine !== this.#latest) return
      // For whoever builds the page. What fails here has seen nothing that the citizen wrote.
      console.error('slor-chat:', error)
      this.#fail(error)
    }
  }

  /** For whoever builds the page: what the policy offers and the platform, or how it's set up, doesn't. */
  #compare ({ canDelete, canAskHuman }) {
    const { deletes, person } = this.#facts
    const warn = key => console.warn(`slor-chat: the policy offers ${key}, the set-up of the platform does not`)
    if (deletes && !canDelete) warn('deletion')
    if (person?.fromStart && !canAskHuman) warn('handover')
  }

  /** Shows something else. Whoever was in the chat stays in it; whoever wasn't is left alone. */
  #focusing (show, then) {
    const wasInside = this.#root.activeElement !== null
    show()
    if (wasInside) then.focus()
  }

  /** Nothing is sent any more, and the citizen is told how else to reach someone. */
  #fail (error) {
    // Once is enough, whatever else runs out.
    if (this.#state === 'failed') return
    this.#state = 'failed'
    const talk = this.#talk
    talk?.fallSilent()
    const given = this.#scene?.given
    this.#scene = undefined
    const { name, code = 'engine' } = error
    const { retry, reload, offline } = this.#strings.chat
    // Some browsers never again import what once could not be had. Our own errors have codes; an import's has none. And what has stopped stays so.
    const again = error.code && code !== 'stopped' ? button(retry, () => this.#begin()) : button(reload, () => window.location.reload())
    const text = name === 'ChatError' ? offline : this.#strings.failed.text
    this.#focusing(() => this.#panel.fail({ text, facts: this.#facts, again, more: talk?.state.canDelete ? deletion(given) : undefined }), this.#panel)
    this.#happened('failed', { code })
  }

  /** Tells the page. No event carries what somebody wrote. */
  #happened (what, detail) {
    this.dispatchEvent(new CustomEvent(`slor-${what}`, { bubbles: true, composed: true, detail }))
  }
}

/** The policy as an object or as JSON text, if it isn't at the address of the attribute. It may be set before the element is known. */
SlorChat.prototype.policy = undefined

/** Deleting needs no engine: it's offered also where nothing else goes any more. */
function deletion (given) {
  const ask = button(given.facts.labels.delete, () => askToDelete({
    ...given,
    tell: (said, isDeleted) => {
      ask.before(told(said))
      ask.hidden = isDeleted
    }
  }))
  return ask
}

/** What is read of the policy, or what is wrong with it. */
function understood (read) {
  try {
    return read()
  } catch (error) {
    throw failure('policy', `the policy is no JSON, or not complete: ${error}`)
  }
}

/** @returns {any} */
function failure (code, message) {
  return Object.assign(new Error(message), { code })
}
