import { Chat, unavailable } from './chat.js'
import { ChatError, strange } from './error.js'
import { list, object, utc } from './untrusted.js'

export { ChatError } from './error.js'

const API = ['chatbubble', 'v2']

// Without a socket, the answer to a message is asked for: soon, then ever more seldom. After so many times in vain, it's late.
const REPLY = [1000, 2000, 4000, 8000, 16_000, ...Array(10).fill(30_000)]
const LATE = 5
const AGENT = 5000
const QUEUE = 10_000

// A server that says `constructor` or `__proto__` means nothing of the page's own.
const KINDS = { __proto__: null, EXTERNAL_LINK: 'open', EMAIL: 'open', PHONE: 'open', PRIVACY_EXPORT: 'download', PRIVACY_DELETE: 'delete', HANDOVER_REQUEST: 'human' }
const SCHEMES = { EMAIL: 'mailto:', PHONE: 'tel:' }
const SENDERS = { __proto__: null, USER: 'citizen', AGENT: 'agent', SYSTEM: 'system' }

// Every string and number of our own that this protocol needs; the rest is redacted or issued by the server.
const WORDS = Object.freeze([...API, 'connect', 'message', 'latest', 'button', 'click', 'trigger', 'privacy', 'export', 'delete', '',
  'takeover_cancel', 'user_left', 'feedback', 'kindly-bot-key', 'kindly-chat-uuid', 'kindly-chatbubble-token', 'language_code', 'temporaryId',
  'new_context', 'exchange_id', 'timestamp', 'chatMessage', 'id', 'button_type', 'label', 'value', 'feedback_type', 'rating',
  'freeform_text', 'BINARY', 0, 1])

/** Kindly's chat API, as a citizen's page speaks it, without the socket of a third party. */
export class KindlyChat extends Chat {
  #token
  #begun
  #cursor
  #tries
  #queued = false
  #own = new Set()
  #human

  words () {
    const { botKey, humanExchange } = this.options
    if (typeof botKey !== 'string' || !botKey) throw new ChatError('usage', "Kindly needs the bot's key")
    return [...WORDS, botKey, humanExchange].filter(word => word !== undefined)
  }

  // Neither the page's address nor an id of the browser: the id here is the talk's own.
  async connect () {
    const headers = { 'kindly-bot-key': this.options.botKey, 'kindly-chat-uuid': this.gate.fresh() }
    const request = { path: [...API, 'connect'], query: { language_code: this.language }, headers }
    const answer = await this.gate.request({ ...request, body: {} }).catch(error => {
      // Older servers connect by GET. There is no text in it, so it may be asked again.
      if (error.status !== 404 && error.status !== 405) throw error
      return this.gate.request({ ...request, method: 'GET' })
    })
    this.#token = this.begun(answer.token)
    this.#begun = this.#cursor = this.begun(answer.created)
    this.update({ canAskHuman: this.options.humanExchange !== undefined, ...this.offers() })
    this.#expect()
  }

  post (text) {
    return this.#say(text)
  }

  async follow (own, shown) {
    const temporaryId = this.#temporary()
    await this.#call(['button', 'click', ''], { body: { ...own, temporaryId }, answer: 'nothing' })
    if (shown.kind === 'human') this.#wait()
    this.#expect()
  }

  async ask (form) {
    const { humanExchange } = this.options
    if (humanExchange === undefined && !this.#human) throw unavailable()
    // The form goes first, so that whoever comes has read it. The protocol has messages for that, and their context.
    if (form) await this.#say(leading(form, this.policy), form)
    if (this.#human) return this.follow(this.#human, { kind: 'human' })
    await this.#call(['trigger', ''], { body: { exchange_id: humanExchange, temporaryId: this.#temporary() }, answer: 'nothing' })
    this.#wait()
    this.#expect()
  }

  async leave () {
    await this.#call(['takeover_cancel', ''], { answer: 'nothing' })
    this.#queued = false
    this.update({ speaker: 'bot' })
  }

  async rate (rating, text) {
    if (rating) await this.#call(['feedback'], { body: { feedback: { feedback_type: 'BINARY', rating: rating === 'good' ? 1 : 0 } }, answer: 'nothing' })
    if (text) await this.#call(['feedback'], { method: 'PATCH', body: { freeform_text: text }, answer: 'nothing' })
  }

  async transcript () {
    return { type: 'application/json', text: await this.#call(['privacy', 'export', ''], { method: 'GET', answer: 'text' }) }
  }

  // There is no place in it for what the policy leaves.
  async erase () {
    await this.#call(['privacy', 'delete', ''], { method: 'DELETE', answer: 'nothing', survives: true })
    return false
  }

  async isErased () {
    try {
      const answer = await this.#call(['latest'], { body: { timestamp: this.#begun } })
      return Array.isArray(answer.chatMessages) && !answer.chatMessages.some(it => object(it).from_bot === false)
    } catch (/** @type {any} */ error) {
      return [401, 403, 404, 410].includes(error.status)
    }
  }

  // The protocol has no place for metadata at the end of a talk, and before the end none is sent.
  async finish () {
    await this.#call(['user_left', ''], { method: 'PATCH', body: {}, answer: 'nothing', survives: true })
    return false
  }

  async latest () {
    const answer = await this.#call(['latest'], { body: { timestamp: this.#cursor } })
    if (!Array.isArray(answer.chatMessages)) throw strange()
    this.#stand(answer)
    const news = list(answer.chatMessages).map(object).filter(it => this.#read(it))
    if (this.#tries !== undefined) this.#tries = news.length ? undefined : this.#tries + 1
    this.#await()
  }

  pace () {
    const { reply = REPLY, agent = AGENT, queue = QUEUE } = this.options.paces ?? {}
    const { speaker } = this.state
    if (speaker === 'agent') return agent
    return speaker === 'queue' && !(this.#tries < LATE) ? queue : reply[this.#tries]
  }

  // The vendor's own client begins anew on 403 and sends the message once more. Whether to, is the citizen's to say.
  isOver (error) {
    return error.status === 403
  }

  forget () {
    this.#token = this.#begun = this.#cursor = this.#tries = this.#human = undefined
    this.#queued = false
    this.#own.clear()
  }

  #call (path, request) {
    return this.gate.request({ path: [...API, ...path], headers: { 'kindly-chatbubble-token': this.#token }, ...request })
  }

  async #say (text, context = {}) {
    const temporaryId = this.#temporary()
    const answer = await this.#call(['message', ''], { body: { message: text, temporaryId, new_context: context } })
    const id = this.gate.issue(answer.id)
    if (id !== undefined) this.#own.add(id)
    this.#expect()
  }

  #temporary () {
    const id = this.gate.fresh()
    this.#own.add(id)
    return id
  }

  #expect () {
    this.#tries = 0
    this.#await()
  }

  #await () {
    // A person takes the time that it takes; and where nobody has asked, nobody waits.
    const asked = this.state.speaker === 'bot' && this.#own.size > 0
    this.update({ typing: asked && this.#tries < LATE, late: asked && this.#tries >= LATE })
  }

  #wait () {
    this.#queued = true
    if (this.state.speaker === 'bot') this.update({ speaker: 'queue' })
  }

  #stand ({ takenOver, requestedTakeover }) {
    // A request that was just made may not be in the answer yet.
    if (requestedTakeover === true || takenOver === true) this.#queued = false
    const waits = requestedTakeover === true || (this.#queued && this.#tries !== undefined)
    this.update({ speaker: takenOver === true ? 'agent' : waits ? 'queue' : 'bot' })
  }

  /** Gives whether it was news. */
  #read (message) {
    this.#forward(message.created)
    const id = this.gate.issue(message.id)
    // Our own words come back, perhaps masked once more; the page has shown them as they were sent.
    if (id === undefined || message.sender === 'USER' || this.#own.has(id) || this.#own.has(message.chatbubble_temporary_id)) return false
    return this.receive({
      id,
      from: SENDERS[message.sender] ?? 'bot',
      text: message.message,
      language: message.chat_language_code,
      time: utc(message.created),
      omitted: list(message.image_carousel).length > 0 || Boolean(message.form),
      links: [...list(message.buttons).flatMap(it => this.#button(object(it), message, id)), ...list(message.attachments).flatMap(picture)]
    })
  }

  /** Of a button goes back what names it, not the message that it stands in. */
  #button (button, message, id) {
    const kind = KINDS[button.button_type] ?? 'reply'
    const type = this.gate.issue(button.button_type)
    if (type === undefined || button.is_active === false || (button.language_code && button.language_code !== this.language)) return []
    const own = {
      button: { id: this.gate.issue(button.id), button_type: type, label: this.gate.issueLabel(button.label), value: this.gate.issueLabel(button.value) },
      chatMessage: { id, exchange_id: this.gate.issue(message.exchange_id) }
    }
    if (kind === 'human') {
      this.#human = own
      this.update({ canAskHuman: true })
    }
    const shownId = `${id}/${button.id ?? button.label}`
    return [{ own, shown: { id: shownId, label: button.label, kind, url: kind === 'open' ? `${SCHEMES[button.button_type] ?? ''}${button.value ?? ''}` : undefined } }]
  }

  #forward (created) {
    const next = this.gate.issue(created)
    if (next !== undefined && (utc(next) ?? '') > (utc(this.#cursor) ?? '')) this.#cursor = next
  }
}

function picture (attachment) {
  const { url, name } = object(attachment)
  return url ? [{ own: undefined, shown: { id: String(url), label: name, kind: 'open', url } }] : []
}

/** The words of a form that stand as its message: the field that may carry everything that's masked, else the last. */
function leading (form, policy) {
  const fields = policy.handover.form.fields.filter(field => form[field.id])
  const field = fields.find(it => !it.category) ?? fields.at(-1)
  if (!field) throw new ChatError('usage', 'the form is empty')
  return form[field.id]
}
