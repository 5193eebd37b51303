import { Chat } from './chat.js'
import { count, list, object, string, utc } from './untrusted.js'

export { ChatError } from './error.js'

const POLL = 3000
const SPEAKERS = ['bot', 'queue', 'agent']
const SENDERS = ['bot', 'agent', 'system', 'citizen']
const KINDS = ['reply', 'open', 'agree', 'decline', 'human']
const GONE = [404, 410]

// Every string of our own that this protocol needs; the rest is redacted or issued by the server.
const WORDS = Object.freeze(['talks', 'talk', 'messages', 'choices', 'human', 'feedback', 'transcript', 'end', 'files', 'file', 'slor-talk', 'after',
  'language', 'text', 'link', 'form', 'rating', 'good', 'bad', 'metadata'])

/** The contract of HTTP.md, for anybody's own bot. */
export class HttpChat extends Chat {
  #talk
  #cursor
  #polls = false

  words () { return WORDS }

  get token () { return this.#talk }

  async connect () {
    const answer = await this.gate.request({ path: ['talks'], body: { language: this.language } })
    this.#talk = this.begun(answer.talk)
    this.#take(answer)
  }

  async reconnect (token) {
    this.#talk = token
    this.#take(await this.#call(['messages'], { method: 'GET' }), { history: true })
  }

  async post (text) {
    this.#take(await this.#call(['messages'], { body: { text } }))
  }

  async give (file, name) {
    this.#take(await this.gate.upload({ path: ['files'], headers: { 'slor-talk': this.#talk }, part: 'file', file, name }))
  }

  async follow (link) {
    this.#take(await this.#call(['choices'], { body: { link } }))
  }

  async ask (form) {
    this.#take(await this.#call(['human'], { body: { form } }))
  }

  async leave () {
    this.#take(await this.#call(['human'], { method: 'DELETE' }))
  }

  async rate (rating, text) {
    await this.#call(['feedback'], { body: { rating, text }, answer: 'nothing' })
  }

  async transcript () {
    return { type: 'text/plain', text: await this.#call(['transcript'], { method: 'GET', answer: 'text' }) }
  }

  async erase (record) {
    await this.#call(['talk'], { method: 'DELETE', body: record && { metadata: record }, answer: 'nothing', survives: true })
    return record !== undefined
  }

  async isErased () {
    try {
      await this.#call(['messages'], { method: 'GET', answer: 'nothing' })
      return false
    } catch (/** @type {any} */ error) {
      return GONE.includes(error.status)
    }
  }

  async finish (record) {
    await this.#call(['end'], { body: { metadata: record }, answer: 'nothing', survives: true })
    return record !== undefined
  }

  async latest () {
    this.#take(await this.#call(['messages'], { method: 'GET', query: this.#cursor === undefined ? {} : { after: this.#cursor } }), { news: true })
  }

  pace () {
    return this.#polls ? this.options.pace ?? POLL : undefined
  }

  isOver (error) {
    return GONE.includes(error.status)
  }

  forget () {
    this.#talk = this.#cursor = undefined
    this.#polls = false
  }

  // The id goes in a header, since servers log addresses.
  #call (path, request) {
    return this.gate.request({ path, headers: { 'slor-talk': this.#talk }, ...request })
  }

  #take (answer, { history = false, news = false } = {}) {
    if (answer.state) this.#stand(object(answer.state))
    if (answer.cursor !== undefined && (news || history || this.#cursor === undefined)) this.#cursor = this.gate.issue(answer.cursor)
    for (const message of list(answer.messages).map(object)) {
      const from = SENDERS.includes(message.from) ? message.from : 'bot'
      if (this.gate.issue(message.id) === undefined || (from === 'citizen' && !history)) continue
      this.receive({
        id: message.id,
        from,
        text: message.text,
        language: message.language,
        time: utc(message.time),
        generated: message.generated === true,
        history,
        links: list(message.links).map(object).flatMap(link => this.#link(link))
      })
    }
  }

  #link ({ id, label, kind, url }) {
    const own = this.gate.issue(id)
    return own === undefined ? [] : [{ own, shown: { id: String(own), label, kind: KINDS.includes(kind) ? kind : 'reply', url } }]
  }

  #stand (state) {
    this.#polls = state.poll === true
    this.update({
      speaker: SPEAKERS.includes(state.speaker) ? state.speaker : 'bot',
      blocked: state.blocked === true,
      typing: state.typing === true,
      maxLength: count(state.max_length),
      privacyUrl: string(state.privacy_url),
      canAskHuman: state.human === true,
      topic: string(state.topic),
      ...this.offers({ deletes: state.delete === true, downloads: state.download === true, files: state.files === true })
    })
  }
}
