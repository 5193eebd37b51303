// Where the chat covers the page, what lies under it is out of reach: nobody should get there unseen.
const FOCUSABLE = 'a[href], button, textarea, input, summary, [tabindex="0"]'

/** As in the style sheet. */
export const COVERS = '(max-width: 30rem), (max-height: 30rem)'

/** Makes a panel a dialog while it covers the page, and keeps the focus in it. */
export class Cover {
  #panel
  #media = window.matchMedia(COVERS)
  #fit = () => this.#apply(this.#media.matches)
  #keep = event => { if (event.key === 'Tab') this.#turn(event) }

  /** @param {HTMLElement} panel */
  constructor (panel) {
    this.#panel = panel
  }

  /** @param {boolean} open */
  watch (open) {
    this.#media[open ? 'addEventListener' : 'removeEventListener']('change', this.#fit)
    this.#apply(open && this.#media.matches)
  }

  #apply (covers) {
    for (const [name, value] of [['role', 'dialog'], ['aria-modal', 'true']]) covers ? this.#panel.setAttribute(name, value) : this.#panel.removeAttribute(name)
    this.#panel[covers ? 'addEventListener' : 'removeEventListener']('keydown', this.#keep)
  }

  /** From the last back to the first, and the other way round. */
  #turn (event) {
    // A dialog over the chat keeps the focus by itself.
    if (this.#panel.querySelector('dialog[open]')) return
    /** @type {any[]} */
    const all = [...this.#panel.querySelectorAll(FOCUSABLE)].filter((/** @type {any} */ it) => !it.disabled && (it.checkVisibility?.() ?? true))
    const from = /** @type {ShadowRoot} */ (this.#panel.getRootNode()).activeElement
    const [edge, other] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]]
    // Before the title, which has the focus at first, there is nothing. What stands inside of the tag is none of these, and never at the edge.
    if (from !== edge && !(event.shiftKey && from?.id === 'title')) return
    event.preventDefault()
    other.focus()
  }
}
