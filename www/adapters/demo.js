import { Chat } from './chat.js'

export { ChatError } from './error.js'

const TEXTS = {
  da: ['Hej! Jeg er en prøve og gentager kun, hvad jeg modtager.', 'Hej, jeg spiller en medarbejder.', 'Tal med en medarbejder'],
  sv: ['Hej! Jag är ett prov och upprepar bara det jag får.', 'Hej, jag spelar en handläggare.', 'Prata med en handläggare'],
  nb: ['Hei! Jeg er en prøve og gjentar bare det jeg mottar.', 'Hei, jeg spiller en medarbeider.', 'Snakk med et menneske'],
  nn: ['Hei! Eg er ei prøve og gjentek berre det eg får.', 'Hei, eg spelar ein medarbeidar.', 'Snakk med eit menneske'],
  fi: ['Hei! Olen kokeilu ja toistan vain sen, mitä saan.', 'Hei, esitän neuvojaa.', 'Keskustele ihmisen kanssa'],
  en: ['Hello! I am a trial and only repeat what I receive.', 'Hello, I play a member of staff.', 'Talk to a person']
}
const QUEUE = 1500

/** A bot in the page: nothing leaves, and what it repeats is what a server would have got. */
export class DemoChat extends Chat {
  #said = []
  #count = 0
  #waiting

  constructor (options) {
    // The gate stands here too, though nobody is behind it.
    super({ ...options, address: 'https://demo.invalid/' })
  }

  async connect () {
    this.update({ canAskHuman: true, ...this.offers({ files: true }) })
    this.#say('bot', this.#texts[0], [{ own: 'human', shown: { id: 'human', label: this.#texts[2], kind: 'human' } }])
  }

  async post (text) {
    const message = this.gate.admit(text)
    this.#said.push(message)
    this.#say(this.state.speaker === 'agent' ? 'agent' : 'bot', message)
  }

  async give (file, name) {
    this.post(name)
  }

  follow () {
    return this.ask()
  }

  async ask (form) {
    if (form) this.#said.push(...Object.values(this.gate.admit(form)))
    this.update({ speaker: 'queue' })
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => {
      this.update({ speaker: 'agent' })
      this.#say('agent', this.#texts[1])
    }, this.options.pace ?? QUEUE)
  }

  async leave () {
    clearTimeout(this.#waiting)
    this.update({ speaker: 'bot' })
  }

  async rate (rating, text) {
    if (text) this.gate.admit(text)
  }

  async transcript () {
    return { type: 'text/plain', text: this.#said.join('\n') }
  }

  async erase (record) {
    this.gate.admit(record)
    this.#said.length = 0
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
    this.#said.length = 0
  }

  get #texts () {
    return TEXTS[this.language] ?? TEXTS.en
  }

  #say (from, text, links) {
    this.receive({ id: ++this.#count, from, text, language: this.language, links })
  }
}
