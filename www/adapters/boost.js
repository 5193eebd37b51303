import { Chat, unavailable } from './chat.js'
import { ChatError, strange } from './error.js'
import { parsed } from './gate.js'
import { count, list, object, string, utc } from './untrusted.js'

export { ChatError } from './error.js'

const ENDED = 'session ended'
const POLL = 2500
// A server that says `constructor` or `__proto__` means nothing of the page's own.
const SPEAKERS = { __proto__: null, in_human_chat_queue: 'queue', assigned_to_human: 'agent' }
const KINDS = { __proto__: null, APPROVE: 'agree', DENY: 'decline' }

// Every string and number of our own that this protocol needs; the rest is redacted or issued by the server.
const WORDS = Object.freeze(['command', 'START', 'POST', 'RESUME', 'POLL', 'POLLSTOP', 'DELETE', 'DOWNLOAD', 'STOP', 'FEEDBACK',
  'conversation_id', 'language', 'clean', 'type', 'value', 'id', 'skip_welcome_message', 'custom_payload', 'text', 'action_link',
  'trigger_action', 'rating', 'form', 'metadata', 'files', 'filename', 'mimetype', 'url', 'inline_download', 'true', 0, 1])

/** boost.ai's Chat API v2, as a citizen's page speaks it. */
export class BoostChat extends Chat {
  #id
  #cursor
  #polls = false
  #sent = new Set()

  words () {
    const { locale, humanAction } = this.options
    if (locale !== undefined && String(locale).split('-')[0] !== this.language) throw new ChatError('usage', 'the locale is not of the language of the talk')
    return [...WORDS, locale, humanAction].filter(word => word !== undefined)
  }

  get token () { return this.#id === undefined ? undefined : String(this.#id) }

  // The time zone and the browser's languages could go here too. The policy doesn't list them.
  async connect () {
    const answer = await this.#command('START', { language: this.#locale, clean: true })
    this.#id = this.begun(object(answer.conversation).id)
    this.#take(answer)
  }

  async reconnect (token) {
    this.#id = token
    this.#take(await this.#command('RESUME', { language: this.#locale, clean: true, skip_welcome_message: true }), { history: true })
  }

  async post (text) {
    // Kept to ask for after a deletion; masked, and in memory alone.
    this.#sent.add(String(text))
    this.#take(await this.#command('POST', { type: 'text', value: text, clean: true }), { posted: true })
  }

  // Files go to a server of their own, and the talk gets their addresses.
  async give (file, name) {
    const { files } = await this.gate.upload({ part: 'files', file, name, fields: { inline_download: 'true' } })
    const url = this.gate.issueLabel(object(list(files)[0]).url)
    if (url === undefined) throw strange()
    this.#take(await this.#command('POST', { type: 'files', value: [{ filename: name, mimetype: file.type, url }], clean: true }), { posted: true })
  }

  async follow (id) {
    this.#take(await this.#command('POST', { type: 'action_link', id, clean: true }), { posted: true })
  }

  async ask (form) {
    const { humanAction } = this.options
    if (humanAction === undefined) throw unavailable()
    this.#take(await this.#command('POST', { type: 'trigger_action', id: humanAction, clean: true, custom_payload: form && { form } }), { posted: true })
  }

  async leave () {
    this.#take(await this.#command('POLLSTOP'))
  }

  async rate (rating, text) {
    // The protocol wants a rating with every text.
    if (!rating) throw new ChatError('usage', 'boost.ai takes no feedback without a rating')
    await this.#command('FEEDBACK', { value: { rating: rating === 'good' ? 1 : 0, text } }, { answer: 'nothing' })
  }

  async transcript () {
    const text = await this.#command('DOWNLOAD', {}, { answer: 'text' })
    if (typeof parsed(text)?.error === 'string') throw strange()
    return { type: 'text/plain', text }
  }

  // DELETE carries nothing. What the policy leaves goes after it, so that nothing of a talk is recorded before it's gone.
  async erase (record) {
    await this.#command('DELETE', {}, { answer: 'nothing', survives: true })
    return this.#record(record)
  }

  // The server may forget the talk, or keep it with its texts overwritten.
  async isErased () {
    try {
      const answer = await this.#command('RESUME', { clean: true, skip_welcome_message: true })
      return !responses(answer).some(({ elements }) => list(elements).some(it => this.#sent.has(object(object(it).payload).text)))
    } catch (/** @type {any} */ error) {
      return this.isOver(error)
    }
  }

  // STOP carries nothing, so the record goes with the last command before it that can. Without it the talk ends all the same.
  // After its answer no page that goes away would come to STOP.
  async finish (record, leaving) {
    const recorded = this.#record(record)
    if (!leaving) await recorded
    await this.#command('STOP', {}, { answer: 'nothing', survives: true })
    return recorded
  }

  async #record (metadata) {
    if (metadata === undefined) return false
    const carrier = { clean: true, skip_welcome_message: true, custom_payload: { metadata } }
    return this.#command('RESUME', carrier, { survives: true }).then(() => true, () => false)
  }

  async latest () {
    this.#take(await this.#command('POLL', { value: this.#cursor, clean: true }))
  }

  pace () {
    return this.#polls && this.#cursor !== undefined ? this.options.pace ?? POLL : undefined
  }

  isOver (error) {
    return error.reason === ENDED
  }

  forget () {
    this.#id = this.#cursor = undefined
    this.#polls = false
    this.#sent.clear()
  }

  get #locale () {
    return this.options.locale ?? this.language
  }

  async #command (command, fields = {}, how = {}) {
    const body = { command, conversation_id: this.#id, ...fields }
    return this.gate.request({ body, endings: [ENDED], ...how })
  }

  /** Takes in what an answer says, in the order that a page needs: how the talk stands, then what was said. */
  #take (answer, { history = false, posted = false } = {}) {
    const answers = responses(answer)
    if (!answer.conversation && !answers.length) throw strange()
    const state = object(object(answer.conversation).state)
    if (answer.conversation) this.#stand(state)
    for (const response of answers) {
      // Past the answer to our own message, one that a person wrote before it could be lost; what comes twice is shown once.
      if (!posted) this.#forward(response.id)
      // Our own words come back; the page has shown them already, unless it was loaded anew.
      if (response.source === 'client' && !history) continue
      this.#read(response, history)
    }
  }

  #stand (state) {
    this.#polls = state.poll === true
    this.update({
      speaker: SPEAKERS[state.chat_status] ?? 'bot',
      blocked: state.is_blocked === true,
      typing: state.human_is_typing === true,
      maxLength: count(state.max_input_chars),
      privacyUrl: string(state.privacy_policy_url),
      canAskHuman: this.options.humanAction !== undefined,
      ...this.offers({ deletes: state.allow_delete_conversation === true, files: this.options.upload !== undefined && takesFiles(state) })
    })
  }

  #forward (id) {
    const next = this.gate.issue(id)
    // Ids are numbers, or strings of them. What is neither compares with nothing, and can only be taken as it comes.
    if (next !== undefined && !(Number(next) <= Number(this.#cursor))) this.#cursor = next
  }

  #read (response, history) {
    const elements = list(response.elements).map(object)
    const payload = it => object(it.payload)
    const words = it => string(payload(it).text) ?? string(payload(it).html)
    const texts = elements.filter(it => ['text', 'html'].includes(it.type) && words(it) !== undefined)
    const html = texts.some(it => it.type === 'html')
    const links = elements.flatMap(it => this.#links(it.type, payload(it)))
    const omitted = elements.some(it => !texts.includes(it) && !['links', 'image', 'video'].includes(it.type) && payload(it).json?.template !== 'emitEvent')
    if (!texts.length && !links.length && !omitted) return
    this.receive({
      id: response.id,
      from: response.source === 'client' ? 'citizen' : this.state.speaker === 'agent' && !history ? 'agent' : 'bot',
      text: texts.map(words).join('\n'),
      html,
      language: response.language,
      time: utc(response.date_created),
      generated: elements.some(it => payload(it).style === 'generated'),
      history,
      omitted,
      links
    })
  }

  /** @returns {{ own: any, shown: any }[]} */
  #links (type, payload) {
    // Pictures would be fetched from elsewhere; the citizen may open them.
    if (type === 'image' || type === 'video') return [{ own: undefined, shown: { id: String(payload.url), label: '', kind: 'open', url: payload.url } }]
    if (type !== 'links') return []
    return list(payload.links).map(object).flatMap(link => {
      const id = this.gate.issue(link.id)
      if (id === undefined) return []
      const kind = link.type === 'external_link' || link.url ? 'open' : KINDS[link.function] ?? 'reply'
      return [{ own: id, shown: { id: String(id), label: link.text, kind, url: link.url } }]
    })
  }
}

function takesFiles (state) {
  return typeof state.awaiting_files === 'object' ? state.awaiting_files !== null : state.allow_human_chat_file_upload === true && state.chat_status === 'assigned_to_human'
}

function responses (answer) {
  return [answer.response, ...list(answer.responses)].filter(it => typeof it === 'object' && it !== null)
}
