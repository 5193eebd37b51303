import { openDialog, told } from './dialog.js'
import { button, make } from './dom.js'
import { neverArrived } from './talk.js'
import { waysToReach } from './ways.js'

/**
 * Opens a dialog with a form. What was typed stays in it until the server has it; whoever closes it before that is told in the talk what became of it.
 *
 * @param {any} given what a dialog needs
 * @param {{ title: string, label: string, content: Node[], isReady?: (form: HTMLFormElement) => boolean, send: () => Promise<string | void> }} form
 *   `send` gives what is said in place of the form, if the dialog is to stay
 */
export function openForm ({ parent, facts, strings, broken, trouble }, { title, label, content, isReady = form => form.reportValidity(), send }) {
  const { cancel, done, file, notSent, retry, uncertain } = strings.chat
  const state = make('div', { 'aria-live': 'assertive' })
  const say = (...said) => {
    state.replaceChildren(...said)
    // The form may be longer than the window.
    state.scrollIntoView({ block: 'nearest' })
  }
  const form = make('form', { onsubmit: event => { event.preventDefault(); submit.click() } }, ...content, state)
  const dialog = openDialog(parent, title, cancel, form)
  const submit = dialog.offer(label, async () => {
    say()
    if (!isReady(form)) return
    // From here on there is nothing to cancel.
    dialog.show(done)
    say(file.busy)
    try {
      const thanks = await send()
      if (!thanks) return dialog.close()
      submit.remove()
      dialog.show(done, told(thanks))
    } catch (/** @type {any} */ error) {
      const { code, name } = error
      if (name !== 'ChatError' && code !== 'unread') {
        dialog.close()
        return broken(error)
      }
      const said = code === 'unread' ? strings.unread : neverArrived(error) ? notSent : uncertain
      say(make('p', { class: 'problem' }, said), waysToReach(facts, strings) ?? '')
      const again = button(retry, () => {
        again.remove()
        dialog.open()
      })
      if (!dialog.isOpen) trouble(said, again)
    }
  }, { class: 'main' })
}
