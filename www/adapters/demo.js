import { languageOf, stringsOf } from '../chat/facts.js'
import { Chat } from './chat.js'

export { ChatError } from './error.js'

const QUEUE = 1500

/** A bot in the page: nothing leaves, and what it repeats is what a server would have got. */
export class DemoChat extends Chat {
  #count = 0
  #waiting
  #words

  constructor (options) {
    // The gate stands here too, though nobody is behind it.
    super({ ...options, address: 'https://demo.invalid/' })
  }

  async connect () {
    this.#words = (await stringsOf(languageOf(this.language))).demo.bot
    this.update({ canAskHuman: true, ...this.offers({ downloads: false, files: true }) })
    this.#say('bot', this.#words.hello, [{ own: 'human', shown: { id: 'human', label: this.#words.person, kind: 'human' } }])
  }

  async post (text) {
    const message = this.gate.admit(text)
    this.#say(this.state.speaker === 'agent' ? 'agent' : 'bot', message)
  }

  async give (file, name) {
    this.post(name)
  }

  follow () {
    return this.ask()
  }

  async ask (form) {
    this.gate.admit(form)
    this.update({ speaker: 'queue' })
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => {
      this.update({ speaker: 'agent' })
      this.#say('agent', this.#words.agent)
    }, this.options.pace ?? QUEUE)
  }

  async leave () {
    clearTimeout(this.#waiting)
    this.update({ speaker: 'bot' })
  }

  async rate (rating, text) {
    this.gate.admit(text)
  }

  async erase (record) {
    this.gate.admit(record)
    return false
  }

  async isErased () {
    return true
  }

  async finish (record) {
    this.gate.admit(record)
    return false
  }

  forget () {
    clearTimeout(this.#waiting)
  }

  #say (from, text, links) {
    this.receive({ id: ++this.#count, from, text, language: this.language, links })
  }
}
