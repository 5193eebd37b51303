import { Cover } from './cover.js'
import { button, icon, make } from './dom.js'
import { Menu } from './menu.js'
import { waysToReach } from './ways.js'

/** The window of the chat: a bar, the menu where the policy wants it, and a stage for what happens. */
export class Panel {
  #strings
  #stage = make('div', { class: 'stage' })
  #bar = make('div', { part: 'bar' })
  #foot = make('div', { class: 'foot', hidden: true })
  #title = make('h2', { id: 'title', tabindex: -1 })
  #close
  #cover
  /** @type {HTMLElement | undefined} */
  #menu

  /** @param {() => void} close */
  constructor (close) {
    this.#close = button(icon('close'), close, { class: 'plain', part: 'close' })
    this.node = make('section', {
      part: 'panel',
      hidden: true,
      'aria-labelledby': 'title',
      // While a word is being composed, Escape ends the word.
      onkeydown: event => { if (event.key === 'Escape' && !event.isComposing) close() }
    }, this.#bar, this.#stage, this.#foot)
    this.#bar.append(this.#title, this.#close)
    this.#cover = new Cover(this.node)
  }

  get isOpen () { return !this.node.hidden }

  /** @param {boolean} open */
  set isOpen (open) {
    this.node.hidden = !open
    // One that nobody sees would hold the whole page.
    if (!open) for (const it of this.node.querySelectorAll('dialog')) it.close()
    this.#cover.watch(open)
  }

  /**
   * @param {{ title: string, strings: any, facts?: any, entries: () => any[] }} given `facts` as soon as there are some
   */
  name ({ title, strings, facts, entries }) {
    this.#strings = strings
    this.#title.textContent = title
    this.#close.title = strings.chat.close
    if (!facts) return
    this.node.classList.add(facts.launcher)
    const menu = this.#menu = new Menu(this.#strings.chat.menu, facts.icon, entries).node
    menu.hidden = true
    const left = facts.corner.endsWith('left')
    menu.classList.toggle('left', left)
    if (facts.corner.startsWith('top')) {
      left ? this.#title.before(menu) : this.#close.before(menu)
    } else {
      this.#foot.replaceChildren(menu)
      this.#foot.hidden = false
    }
  }

  focus () {
    this.#title.focus()
  }

  /**
   * A talk: only then there is something to choose from the menu.
   *
   * @param {...Node} nodes
   */
  show (...nodes) {
    this.#put(true, ...nodes)
  }

  #put (menu, ...nodes) {
    if (this.#menu) this.#menu.hidden = !menu
    this.#stage.replaceChildren(...nodes)
  }

  loading () {
    this.#put(false, make('p', { class: 'failure', role: 'status' }, this.#strings.chat.loading))
  }

  /**
   * Nothing can be sent: says so, and how else to reach someone. What stands inside of the tag is shown too.
   *
   * @param {{ text: string, facts?: any, again: Node, more?: Node }} what `again` is a button for another try
   */
  fail ({ text, facts, again, more }) {
    const { failed } = this.#strings
    const ways = waysToReach(facts, this.#strings)
    this.#put(false, make('div', { part: 'failure', role: 'alert' }, make('h3', {}, failed.title), make('p', {}, text),
      ways, make('slot', {}, ways ? '' : failed.contact), again, more))
  }
}
