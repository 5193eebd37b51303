import { button, link, make } from './dom.js'

// What comes sooner needs no word before it.
const PAUSE = 1000

/** What was said, announced once as it comes. */
export class Log {
  #strings
  #bot
  #choose
  #ways
  #typing = make('p', { class: 'typing' })
  #typed
  #soon
  #notes = new WeakMap()
  #atEnd = true
  #height

  /**
   * @param {any} strings
   * @param {string} bot its name
   * @param {(link: any) => void} choose
   * @param {() => Node | undefined} ways other ways to reach someone
   */
  constructor (strings, bot, choose, ways) {
    this.#strings = strings.chat
    this.#bot = bot
    this.#choose = choose
    this.#ways = ways
    this.node = make('div', { part: 'log', role: 'log', tabindex: 0, 'aria-label': this.#strings.log, onscroll: () => this.#look() })
  }

  /**
   * Shows what was said, or shows it anew when more of it is known.
   *
   * @param {import('./talk.js').Turn} turn
   */
  add (turn) {
    const { from, text, language, links = [], generated, omitted, file, history } = turn
    const names = { citizen: this.#strings.you, agent: this.#strings.agent, system: this.#strings.system }
    const body = make('div', { class: 'bubble', lang: language, dir: 'auto' }, text && make('p', {}, text))
    const whole = make('div', { part: `turn ${from}` }, make('p', { class: 'who' }, names[from] ?? this.#bot), body)
    for (const remark of [file && this.#strings.file.remark, omitted && this.#strings.omitted, generated && this.#strings.generated]) {
      if (remark) whole.append(make('p', { class: 'remark' }, remark))
    }
    if (links.length) body.append(this.#links(links))
    const before = this.#notes.get(turn)
    this.#notes.set(turn, whole)
    if (before) {
      before.replaceWith(whole)
      this.settle()
    } else this.#show(whole, history)
    if (turn.delivery) this.deliver({ turn })
  }

  /**
   * How it went with a message of the citizen's.
   *
   * @param {{ turn: import('./talk.js').Turn, again?: () => void }} how
   */
  deliver ({ turn, again }) {
    const node = this.#notes.get(turn)
    node?.querySelector('.delivery')?.remove()
    const text = { failed: this.#strings.notSent, uncertain: this.#strings.uncertain }[turn.delivery]
    if (!node || !text) return
    node.append(make('div', { class: 'delivery' }, make('p', { class: 'problem' }, text), again && button(this.#strings.again, again), this.#ways()))
    this.#end(node)
  }

  /**
   * Words of the chat itself.
   *
   * @param {...(string | Node | undefined)} parts
   */
  note (...parts) {
    this.#show(make('div', { part: 'note' }, ...parts.filter(Boolean).map(it => typeof it === 'string' ? make('p', {}, it) : it)))
  }

  /** Something did not go: says so, and how else to reach someone. */
  trouble (...said) {
    this.note(...said, this.#ways())
  }

  /** @param {unknown} text that somebody writes or an answer is awaited, if so; told once, and only if it lasts */
  typing (text) {
    if (text === this.#typed) return
    this.#typed = text
    this.#typing.remove()
    this.#typing.textContent = text
    clearTimeout(this.#soon)
    if (text) this.#soon = setTimeout(() => this.#show(this.#typing), PAUSE)
  }

  clear () {
    this.node.replaceChildren()
  }

  /** Its window has another size: whoever was at the end stays there. */
  settle () {
    this.#height = this.node.clientHeight
    if (this.#atEnd) this.node.scrollTop = this.node.scrollHeight
  }

  /** Nothing in it can be chosen any more. */
  close () {
    for (const it of this.node.querySelectorAll('button')) it.disabled = true
  }

  #links (links) {
    const list = make('ul', { class: 'links' })
    for (const it of links) {
      const node = it.kind === 'open' ? link(it.label || new URL(it.url).hostname || it.url, it.url) : button(it.label, () => this.#choose(it))
      list.append(make('li', {}, node))
    }
    return list
  }

  #show (node, history = false) {
    // What is shown again is no news.
    this.node.setAttribute('aria-live', history ? 'off' : 'polite')
    // What stays at the end stays where it is, or it would be read out again.
    this.node.insertBefore(node, this.#typing.parentNode && this.#typing)
    this.#end(node)
  }

  #look () {
    const { scrollTop, scrollHeight, clientHeight } = this.node
    // What its window's size has scrolled nobody wanted to see; and browsers round.
    if (clientHeight === this.#height) this.#atEnd = scrollTop + clientHeight > scrollHeight - 2
  }

  /** Down to what came last, and of what is longer than the window, to its beginning. */
  #end (node) {
    node.scrollIntoView({ block: 'nearest' })
  }
}
