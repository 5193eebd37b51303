// A text field with the numbers of its lines, where lines with errors are marked.
import { element } from '../demo/view.js'

/** A byte order mark is no part of a text, but whoever copies a whole file copies it along. */
const MARK = /^\ufeff/

export class Editor {
  #field
  #lines

  /**
   * @param {HTMLTextAreaElement} field
   * @param {HTMLElement} lines lies under the field and sets every line alike
   * @param {() => void} changed
   */
  constructor (field, lines, changed) {
    this.#field = field
    this.#lines = lines
    field.addEventListener('input', () => {
      this.#draw()
      changed()
    })
  }

  get text () {
    return this.#field.value.replace(MARK, '')
  }

  set text (text) {
    this.#field.value = text.replace(MARK, '')
    this.#field.setSelectionRange(0, 0)
    this.#draw()
    this.#field.parentElement?.parentElement?.scrollTo(0, 0)
  }

  /** Marks the lines of these problems. */
  mark (problems, errors) {
    this.#field.setAttribute('aria-invalid', String(errors))
    for (const line of this.#lines.children) line.classList.remove('bad', 'odd')
    for (const { line } of problems) this.#lines.children[line - 1]?.classList.add(errors ? 'bad' : 'odd')
  }

  /** Puts the cursor where a problem is. */
  go ({ line, column }) {
    const { text } = this
    const before = text.split('\n').slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0)
    // Columns are counted in code points, selections in UTF-16 code units.
    const within = [...text.split('\n')[line - 1] ?? ''].slice(0, column - 1).join('').length
    // The field still has a mark that was pasted: taking it out would empty what can be undone.
    const at = this.#field.value.length - text.length + before + within
    this.#field.focus({ preventScroll: true })
    this.#field.setSelectionRange(at, at)
    this.#lines.children[line - 1]?.scrollIntoView({ block: 'center' })
  }

  #draw () {
    const lines = this.text.split('\n')
    // Asked for once: a collection counts its elements anew after each that comes or goes.
    const drawn = [...this.#lines.children]
    for (const line of drawn.slice(lines.length)) line.remove()
    lines.forEach((text, n) => {
      const line = drawn[n] ?? this.#lines.appendChild(element('div', ''))
      // An empty line is as high as any other.
      const shown = text || ' '
      if (line.textContent !== shown) line.textContent = shown
    })
  }
}
