import { button, make } from './dom.js'

let count = 0

/**
 * Opens a dialog over the chat. The browser keeps the focus in it, and gives it back when it closes.
 * It begins at the title, so that nobody lands behind what there is to read.
 *
 * @param {HTMLElement} parent
 * @param {string} title
 * @param {string} close the word for closing it
 * @param {...(Node | string | undefined)} content
 */
export function openDialog (parent, title, close, ...content) {
  const id = `dialog-${++count}`
  const root = /** @type {ShadowRoot} */ (parent.getRootNode())
  const body = make('div', { class: 'body' }, ...content)
  const heading = make('h2', { id, tabindex: -1 }, title)
  const closer = button(close, () => dialog.close(), { class: 'closer' })
  const dialog = make('dialog', {
    part: 'dialog',
    'aria-labelledby': id,
    onclose: () => {
      dialog.remove()
      // What had the focus before may be gone by now. The title of the chat never is.
      if (!root.activeElement) parent.querySelector('h2')?.focus()
    },
    // Escape closes the dialog, and not the chat under it.
    onkeydown: event => { if (event.key === 'Escape') event.stopPropagation() }
  }, heading, body, make('div', { class: 'buttons' }, closer))
  const open = () => {
    parent.append(dialog)
    dialog.showModal()
    heading.focus()
  }
  open()
  return {
    /** Shows it again as it was closed. */
    open,
    close: () => dialog.close(),
    get isOpen () { return dialog.open },
    /** Closing has another word from then on. Shows something else in it, if it's given. */
    show (close, ...nodes) {
      closer.textContent = close
      if (nodes.length) body.replaceChildren(...nodes.filter(Boolean))
      if (!root.activeElement) closer.focus()
    },
    /** Adds a button beside the one that closes it. While it works it takes no second press, and keeps the focus, which a disabled one would lose. */
    offer (label, run, attributes) {
      const made = button(label, async () => {
        if (made.hasAttribute('aria-disabled')) return
        made.setAttribute('aria-disabled', 'true')
        await run()
        made.removeAttribute('aria-disabled')
      }, attributes)
      closer.before(made)
      return made
    }
  }
}

/** A sentence that is read out when it comes. */
export function told (text) {
  const line = make('p', { role: 'status' })
  // What is there when the line comes is not read out everywhere.
  setTimeout(() => { line.textContent = text })
  return line
}
