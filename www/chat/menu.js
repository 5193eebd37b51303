import { button, icon, make } from './dom.js'

/** The chat's menu: a button with the policy's icon, and a list that it shows. */
export class Menu {
  #list
  #entries
  #toggle

  /**
   * @param {string} name
   * @param {string} picture
   * @param {() => { label: string, run: () => void }[]} entries asked for each time it's opened
   */
  constructor (name, picture, entries) {
    this.#entries = entries
    this.#list = make('ul', { class: 'entries', part: 'menu', id: 'entries', hidden: true })
    this.#toggle = button(icon(picture), () => this.#show(this.#list.hidden), {
      class: 'plain', part: 'menu-button', title: name, 'aria-expanded': 'false', 'aria-controls': 'entries', 'data-icon': picture
    })
    this.node = make('div', {
      class: 'menu',
      onkeydown: event => this.#key(event),
      onfocusout: event => { if (!this.node.contains(event.relatedTarget)) this.#show(false) }
    }, this.#toggle, this.#list)
  }

  focus () {
    this.#toggle.focus()
  }

  #show (open) {
    this.#list.hidden = !open
    this.#toggle.setAttribute('aria-expanded', open)
    if (!open) return
    this.#list.replaceChildren(...this.#entries().map(({ label, run }) => make('li', {}, button(label, () => {
      this.#show(false)
      // From here a dialog opens, and here it comes back to.
      this.focus()
      run()
    }))))
  }

  #key (event) {
    if (event.key !== 'Escape' || this.#list.hidden) return
    event.stopPropagation()
    this.#show(false)
    this.focus()
  }
}
