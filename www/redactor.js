import init, { Builder, Conversation as Talk, Transcript as Turns, packsOf } from './pkg/slor.js'
import { SlorError } from './errors.js'

/** @typedef {import('./pkg/slor.js').Redactor} Engine */
/** @typedef {import('./index.d.ts').Finding} Finding */
/** @typedef {import('./index.d.ts').RedactOptions} RedactOptions */
/** @typedef {import('./index.d.ts').MessageOptions} MessageOptions */
/** @typedef {import('./index.d.ts').TalkOptions} TalkOptions */
/** @typedef {import('./index.d.ts').RecordOptions} RecordOptions */
/** @typedef {{ text: string, findings: Finding[], unread: boolean }} Redaction */

// Never exported: whoever holds it can declare any text redacted.
const ours = Symbol('slor')

// A known number: an engine that lets it through is not the one that we built.
const PROBE = '010190-1234'

/**
 * What is made here can't be made elsewhere.
 *
 * @param {symbol} key
 */
function checkKey (key) {
  if (key !== ours) throw new TypeError('only load() and what it gives make these')
}

/** What a redacted text may be used for; a policy can treat each differently. */
export const PURPOSES = Object.freeze(['answer', 'improve', 'statistics', 'research', 'training'])

/** @type {Promise<unknown> | undefined} */
let starting
let stopped = false

/** A text that the engine has redacted. Only this module can make one. */
export class RedactedText {
  #text
  #purpose

  /**
   * @param {symbol} key
   * @param {Redaction} redaction
   * @param {string} [purpose]
   */
  constructor (key, redaction, purpose) {
    checkKey(key)
    this.#text = redaction.text
    this.#purpose = purpose
    this.findings = redaction.findings
    this.unread = redaction.unread
    Object.freeze(this)
  }

  /**
   * @param {unknown} value
   * @returns {value is RedactedText}
   */
  static is (value) {
    return typeof value === 'object' && value !== null && #text in value
  }

  /**
   * What a text was redacted for.
   *
   * @param {RedactedText} text
   * @returns {string | undefined}
   */
  static purposeOf (text) {
    return text.#purpose
  }

  toString () {
    return this.#text
  }

  // In the body of a request it's the text, not what was found in it.
  toJSON () {
    return this.#text
  }
}

/** A policy made ready to run. `load` makes it. */
export class Redactor {
  #engine

  /**
   * @param {symbol} key
   * @param {Engine} engine
   */
  constructor (key, engine) {
    checkKey(key)
    this.#engine = engine
    Object.freeze(this)
  }

  /**
   * @param {string} text
   * @param {RedactOptions} [options]
   */
  redact (text, options) {
    const purpose = checked(text, options)
    const redaction = guarded(() => this.#engine.redact(text, purpose))
    if (redaction.unread) refuseUnread(this.#engine)
    return new RedactedText(ours, redaction, purpose)
  }

  /**
   * @param {string} text
   * @param {RedactOptions} [options]
   */
  explain (text, options) {
    const purpose = checked(text, options)
    return guardedCall(() => this.#engine.explain(text, purpose))
  }

  /**
   * @param {string} id
   * @param {string} text
   * @param {TalkOptions} [options]
   */
  redactField (id, text, options) {
    if (typeof id !== 'string') throw new SlorError('usage', 'a field is named by its id')
    checked(text)
    // An unknown field or language is a mistake of the caller, and no trap.
    const redaction = guarded(() => this.#engine.redactField(id, text, options?.language), run => guardedBuild('usage', run))
    if (redaction.unread) refuseUnread(this.#engine)
    // A form is for whoever answers.
    return new RedactedText(ours, redaction, 'answer')
  }

  /** @param {TalkOptions} [options] */
  conversation (options) {
    return new Conversation(ours, this.#engine, options?.language)
  }

  transcript () {
    return new Transcript(ours, this.#engine)
  }

  /** @param {RecordOptions} options */
  metadata (options) {
    return record(options, this.#engine, false)
  }

  /** @param {RecordOptions} options */
  metadataAfterDeletion (options) {
    return record(options, this.#engine, true)
  }
}

/** One talk: it joins numbers that are split over messages and numbers equal values alike. */
export class Conversation {
  #engine
  #talk

  /**
   * @param {symbol} key
   * @param {Engine} engine
   * @param {string} [language]
   */
  constructor (key, engine, language) {
    checkKey(key)
    this.#engine = engine
    this.#talk = guardedBuild('usage', () => new Talk(language))
    Object.freeze(this)
  }

  /**
   * Not a RedactedText: what is shown while typing can't be handed to a sender.
   *
   * @param {string} text
   * @param {MessageOptions} [options]
   */
  preview (text, options) {
    const purpose = checked(text, options)
    const back = checkedPlaces(options?.giveBack)
    return Object.freeze(guarded(() => this.#talk.preview(this.#engine, text, purpose, back)))
  }

  /**
   * @param {string} text
   * @param {MessageOptions} [options]
   */
  add (text, options) {
    // Looked at first, so that a message that is not sent doesn't count as said.
    if (this.preview(text, options).unread) refuseUnread(this.#engine)
    const purpose = checked(text, options)
    const back = checkedPlaces(options?.giveBack)
    return new RedactedText(ours, guarded(() => this.#talk.add(this.#engine, text, purpose, back)), purpose)
  }

  clear () {
    guardedCall(() => this.#talk.clear())
  }
}

/** A talk as it may be kept and downloaded. */
export class Transcript {
  #engine
  #turns

  /**
   * @param {symbol} key
   * @param {Engine} engine
   */
  constructor (key, engine) {
    checkKey(key)
    this.#engine = engine
    this.#turns = guardedCall(() => new Turns(engine))
    Object.freeze(this)
  }

  /**
   * The citizen's words must be redacted already, and stay as they were sent; what others say is redacted here.
   *
   * @param {'citizen' | 'bot' | 'agent'} speaker
   * @param {RedactedText | string} text
   * @param {number} [time]
   */
  add (speaker, text, time = Date.now()) {
    const fits = speaker === 'citizen' ? RedactedText.is(text) : ['bot', 'agent'].includes(speaker) && typeof text === 'string'
    if (!fits || !Number.isFinite(time)) throw new SlorError('usage', 'add(speaker, text, time) takes a redacted text of a citizen')
    guardedCall(() => typeof text === 'string'
      ? this.#turns.add(this.#engine, speaker, text, time)
      : this.#turns.addSent(this.#engine, RedactedText.prototype.toString.call(text), RedactedText.purposeOf(text), time))
  }

  /** @param {RedactOptions & { names?: string[] }} [options] */
  text (options) {
    const purpose = checked('', options)
    // Outside of the guard, which takes whatever is thrown for a trap.
    const names = (options?.names ?? []).map(String)
    return guardedCall(() => this.#turns.text(purpose, names))
  }

  /** @param {RedactOptions} [options] */
  json (options) {
    const purpose = checked('', options)
    return guardedCall(() => this.#turns.json(this.#engine, purpose))
  }

  expires () {
    return guardedCall(() => this.#turns.expires(this.#engine))
  }

  clear () {
    guardedCall(() => this.#turns.clear())
  }
}

/**
 * Starts the engine, once a page.
 *
 * @param {() => Promise<WebAssembly.Module>} compile
 */
export async function startEngine (compile) {
  starting ??= compile().then(module => init({ module_or_path: module }))
  const mine = starting
  try {
    await mine
  } catch (error) {
    // The next load may try again.
    if (starting === mine) starting = undefined
    throw error
  }
}

/**
 * The names of the packs that a policy needs.
 *
 * @param {string} policy
 * @returns {string[]}
 */
export function packsNeeded (policy) {
  return guardedBuild('policy', () => packsOf(policy))
}

/**
 * @param {string} policy
 * @param {Promise<Uint8Array>[]} packs as the engine has named them; each is read while the next are on their way
 */
export async function makeRedactor (policy, packs) {
  const build = async () => {
    const builder = guardedBuild('policy', () => new Builder(policy))
    for (const pack of packs) {
      const bytes = await pack
      guardedBuild('pack', () => builder.add(bytes))
      // Where the browser can, the page gets a turn in between.
      await globalThis.scheduler?.yield?.()
    }
    return guardedBuild('pack', () => builder.build())
  }
  // WebKit was seen to get one in some five hundred wrong, of packs whose hashes were right. One that didn't come is no matter of building anew.
  const engine = await build().catch(() => Promise.all(packs).then(build))
  const redactor = new Redactor(ours, engine)
  if (String(redactor.redact(`CPR ${PROBE}`)).includes(PROBE)) throw new SlorError('selftest', 'the engine did not mask a known number')
  return redactor
}

/**
 * @param {string} text
 * @param {RedactOptions} [options]
 */
function checked (text, options) {
  const purpose = options?.purpose
  if (typeof text !== 'string') throw new SlorError('usage', 'only a string can be redacted')
  if (purpose !== undefined && !PURPOSES.includes(purpose)) throw new SlorError('usage', `the purpose must be one of ${PURPOSES.join(', ')}`)
  return purpose
}

/** @param {unknown} places */
function checkedPlaces (places) {
  if (places === undefined) return undefined
  if (!Array.isArray(places) || !places.every(Number.isSafeInteger)) throw new SlorError('usage', 'giveBack lists places of findings')
  return Uint32Array.from(places)
}

/**
 * The engine has redacted what is free text in a record; only as such may it be sent.
 *
 * @param {RecordOptions} options
 * @param {Engine} engine
 * @param {boolean} deleted
 */
function record (options, engine, deleted) {
  const { began, topic } = options ?? {}
  if (!Number.isFinite(began)) throw new SlorError('usage', 'a record needs the time when the talk began')
  const named = topic === undefined ? topic : String(topic)
  // Elsewhere something else may be called so, and the engine would take what it lacks for a trap.
  const page = globalThis.Window && globalThis.window instanceof globalThis.Window ? globalThis.window : undefined
  const fields = guardedCall(() => engine.metadata(page, began, named, deleted))
  for (const field of ['page', 'topic']) {
    if (fields?.[field]) fields[field] = new RedactedText(ours, { text: fields[field], findings: [], unread: false })
  }
  return Object.freeze(fields)
}

/** @param {Engine} engine */
function refuseUnread (engine) {
  if (guardedCall(() => engine.refusesUnread)) {
    throw new SlorError('unread', 'the message is mostly in a script that is not read')
  }
}

/**
 * One redaction from the engine, made immutable.
 *
 * @param {() => any} run
 * @param {(run: () => any) => any} [call]
 * @returns {Redaction}
 */
function guarded (run, call = guardedCall) {
  const redaction = call(run)
  for (const finding of redaction.findings) Object.freeze(finding)
  Object.freeze(redaction.findings)
  return redaction
}

/**
 * After a trap the engine's memory is in an unknown state, so nothing is redacted any more on this page.
 * The exception itself is dropped: it could quote what the citizen wrote.
 *
 * @template T
 * @param {() => T} run
 * @returns {T}
 */
function guardedCall (run) {
  if (stopped) throw stop()
  try {
    return run()
  } catch {
    throw stop()
  }
}

/**
 * Building may fail without harm, with a reason; a trap while building stops the engine as anywhere else.
 *
 * @template T
 * @param {'policy' | 'pack' | 'usage'} code
 * @param {() => T} run
 * @returns {T}
 */
function guardedBuild (code, run) {
  if (stopped) throw stop()
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error) throw stop()
    throw new SlorError(code, error.message)
  }
}

function stop () {
  stopped = true
  return new SlorError('stopped', 'the redaction engine has stopped; reload the page')
}
