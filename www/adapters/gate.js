// The one way out: no other file of the adapters names `fetch` or anything else that can reach a server.
import { RedactedText } from '../redactor.js'
import { ChatError, closed, strange } from './error.js'
import { admitRecord } from './record.js'

// What every request needs, whatever the protocol.
const TYPES = ['application/json', 'text/plain', 'application/json, text/plain']
const HEADERS = ['accept', 'accept-language', 'content-type']

const LONGEST_ID = 512
const LONGEST_LABEL = 2000

// A picture on its way from a phone takes its time.
const UPLOAD_TIMEOUT = 120_000

/** Lets redacted texts pass, and values that it knows; everything else throws before there is a request. */
export class Gate {
  #address
  #upload
  #timeout
  #language
  #known
  #policy
  #open = new Set()
  #closed = false

  /**
   * @param {{ address: string | URL, upload?: string | URL, words: readonly (string | number)[], language: string, policy: any, timeout?: number }} options
   *   `words` are the constants of the protocol and of the site's own set-up; `upload` is where files go if it's elsewhere
   */
  constructor ({ address, upload, words, language, policy, timeout = 15_000 }) {
    if (!policy.languages.includes(language)) throw new ChatError('usage', 'the policy does not speak this language')
    this.#address = checkedAddress(address)
    this.#upload = upload === undefined ? this.#address : checkedAddress(upload)
    this.#language = language
    this.#known = new Set([...words, ...TYPES, ...HEADERS, language, ...formFields(policy), ...policy.files?.types ?? []])
    this.#policy = policy
    this.#timeout = timeout
  }

  /**
   * Remembers an id, time or cursor that the server issued, so that it may go back. Gives `undefined` for what can't be one.
   *
   * @param {unknown} value
   * @returns {string | number | undefined}
   */
  issue (value) {
    const fits = typeof value === 'number' ? Number.isSafeInteger(value) : typeof value === 'string' && value.length <= LONGEST_ID && /^[\x21-\x7e]+$/.test(value)
    return fits ? this.#remember(value) : undefined
  }

  /**
   * The same for the words on a button.
   *
   * @param {unknown} value
   * @returns {string | number | undefined}
   */
  issueLabel (value) {
    const fits = Number.isSafeInteger(value) || (typeof value === 'string' && value.length <= LONGEST_LABEL)
    return fits ? this.#remember(value) : undefined
  }

  /** A new random id. */
  fresh () {
    return /** @type {string} */ (this.#remember(freshId()))
  }

  #remember (value) {
    this.#known.add(value)
    return value
  }

  /**
   * What may leave of `value`, as plain data. Throws on anything that is neither redacted nor known.
   *
   * @param {unknown} value
   * @returns {any}
   */
  admit (value) {
    if (RedactedText.is(value)) return RedactedText.prototype.toString.call(value)
    if (value === null || value === undefined || typeof value === 'boolean') return value
    if (typeof value === 'string' || typeof value === 'number') return this.#plain(value)
    if (Array.isArray(value)) return value.map(item => this.admit(item))
    if (value instanceof Metadata) return admitRecord(value, this.#policy)
    if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) throw refusal()
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.#plain(key), this.admit(item)]))
  }

  /** Texts can't stand in addresses and headers, not even redacted ones: servers log those. */
  #plain (value) {
    if (!this.#known.has(value)) throw refusal()
    return value
  }

  /**
   * @param {{ method?: string, path?: unknown[], query?: Record<string, unknown>, headers?: Record<string, unknown>, body?: unknown,
   *   answer?: 'json' | 'text' | 'nothing', endings?: string[], survives?: boolean }} request
   *   `endings` are reasons that the protocol knows; a request that `survives` goes on after the page is closed
   * @returns {Promise<any>}
   */
  async request ({ method = 'POST', path = [], query = {}, headers = {}, body, answer = 'json', endings = [], survives = false }) {
    // Everything is looked at before anything is sent.
    const url = this.#at(this.#address, path)
    for (const [key, value] of Object.entries(query)) url.searchParams.set(String(this.#plain(key)), String(this.#plain(value)))
    const sent = this.#headers(body === undefined ? headers : { ...headers, 'content-type': 'application/json' })
    const options = { method, headers: sent, body: body === undefined ? undefined : JSON.stringify(this.admit(body)), keepalive: survives }
    return this.#exchange(url, options, { answer, endings })
  }

  /**
   * Sends a file that the policy allows, under a redacted name. What is in it goes as it is.
   *
   * @param {{ path?: unknown[], headers?: Record<string, unknown>, part: string, file: unknown, name: unknown, fields?: Record<string, unknown> }} upload
   * @returns {Promise<any>}
   */
  async upload ({ path = [], headers = {}, part, file, name, fields = {} }) {
    checkFile(file, this.#policy)
    redacted(name)
    const form = new FormData()
    for (const [key, value] of Object.entries(fields)) form.append(String(this.#plain(key)), String(this.#plain(value)))
    form.append(this.#plain(part), /** @type {Blob} */ (file), this.admit(name))
    return this.#exchange(this.#at(this.#upload, path), { method: 'POST', headers: this.#headers(headers), body: form }, { answer: 'json', endings: [] }, UPLOAD_TIMEOUT)
  }

  #headers (headers) {
    const all = { accept: 'application/json, text/plain', 'accept-language': this.#language, ...headers }
    return Object.fromEntries(Object.entries(all).map(([key, value]) => [this.#plain(key), String(this.#plain(value))]))
  }

  #at (address, path) {
    const url = new URL(address)
    if (path.length) url.pathname = [url.pathname.replace(/\/$/, ''), ...path.map(part => encodeURIComponent(this.#plain(part)))].join('/')
    return url
  }

  async #exchange (url, options, expected, timeout = this.#timeout) {
    if (this.#closed) throw closed()
    const abort = new AbortController()
    let late = false
    const timer = setTimeout(() => { late = true; abort.abort() }, timeout)
    this.#open.add(abort)
    try {
      const response = await fetch(url, {
        ...options,
        signal: abort.signal,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        // Another server is not the one that the policy names.
        redirect: 'error'
      })
      const text = await response.text()
      // What comes too late belongs to no talk any more.
      if (abort.signal.aborted) throw closed()
      return read(response.ok, response.status, text, expected)
    } catch (error) {
      if (late) throw new ChatError('timeout', 'the server did not answer in time')
      if (abort.signal.aborted) throw closed()
      if (error instanceof ChatError) throw error
      // The original may name the address and more.
      throw new ChatError('network', 'the server could not be reached')
    } finally {
      clearTimeout(timer)
      this.#open.delete(abort)
    }
  }

  /** Ends every request that is under way. */
  abort () {
    for (const abort of this.#open) abort.abort()
  }

  /** For good: nothing leaves any more, and nothing is known. */
  close () {
    this.#closed = true
    this.abort()
    this.#known.clear()
  }
}

/** Marks a metadata record, so that the gate holds it against the policy's list. */
export class Metadata {
  /**
   * @param {Record<string, unknown>} record
   * @param {boolean} [deleted] whether the citizen deleted the talk: then the policy lists what may be left
   */
  constructor (record, deleted = false) {
    this.record = record
    this.deleted = deleted
  }
}

/** A record to send, if there is anything in it. */
export function recordOf (metadata, deleted = false) {
  return metadata && Object.keys(metadata).length > 0 ? new Metadata(metadata, deleted) : undefined
}

/**
 * Throws on whatever the engine has not redacted.
 *
 * @param {unknown} text
 * @returns {RedactedText}
 */
export function redacted (text) {
  if (!RedactedText.is(text)) throw refusal()
  return text
}

/** A form as it may go: fields of the policy's, redacted. */
export function checkedForm (fields, policy) {
  const known = formFields(policy)
  for (const [id, text] of Object.entries(fields)) {
    if (!known.includes(id)) throw refusal()
    redacted(text)
  }
  return { ...fields }
}

function read (ok, status, text, { answer, endings }) {
  const json = ok && answer !== 'json' ? undefined : parsed(text)
  if (!ok) {
    const reason = endings.find(it => it === json?.error)
    throw new ChatError('status', `the server answered with status ${status}`, { status, reason })
  }
  if (answer === 'text') return text
  if (answer === 'nothing') return undefined
  if (!json) throw strange(status)
  return json
}

/** @returns {any} an object, or undefined */
export function parsed (text) {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

function refusal () {
  return new ChatError('refused', 'only redacted texts and known values may leave the page')
}

/**
 * Throws unless the policy allows this file.
 *
 * @param {any} file
 * @param {any} policy
 */
function checkFile (file, policy) {
  const { types, max_kilobytes: most } = policy.files ?? { types: [], max_kilobytes: 0 }
  if (!(file instanceof Blob) || !types.includes(file.type) || file.size > most * 1000) throw new ChatError('files', 'the policy does not allow this file')
}

function checkedAddress (address) {
  try {
    const url = new URL(address, globalThis.document?.baseURI ?? globalThis.location?.href)
    const here = url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
    // What is missing would be read as an address on the page's own server.
    if (address && (here || url.protocol === 'https:') && !url.username && !url.password) return url
  } catch {
    // Told below.
  }
  throw new ChatError('usage', 'the address of the chat server (the attribute endpoint) is missing, is not https, or has credentials')
}

function formFields (policy) {
  return (policy.handover?.form?.fields ?? []).map(field => field.id)
}

// `crypto.randomUUID` needs a secure page; the loader runs on others too.
function freshId () {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
  // The 4 and the a say that it's random.
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-a$4-')
}
