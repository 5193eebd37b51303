// Opening files: by a button and by dropping them.
import { filled } from './results.js'
import { textOf, WrongFile } from './messages.js'

/**
 * @param {{ button: HTMLElement, input: HTMLInputElement, target: HTMLElement }} where `target` takes dropped files
 * @param {(text: string, name: string) => void} opened
 * @param {(error: unknown) => void} refused
 */
export function opens ({ button, input, target }, opened, refused) {
  const read = async file => {
    if (!file) return
    try {
      opened(await textOf(file), file.name)
    } catch (error) {
      refused(error)
    }
  }
  button.addEventListener('click', () => input.click())
  input.addEventListener('change', async () => {
    await read(input.files?.[0])
    // The same file can be opened again.
    input.value = ''
  })
  target.addEventListener('dragover', event => {
    event.preventDefault()
    target.classList.add('over')
  })
  target.addEventListener('dragleave', () => target.classList.remove('over'))
  target.addEventListener('drop', event => {
    event.preventDefault()
    target.classList.remove('over')
    read(event.dataTransfer?.files[0])
  })
}

/** What is wrong with a file, in words. */
export function wordsOf (error, strings) {
  return error instanceof WrongFile ? filled(strings.wrongFile[error.problem], error.values) : String(error.message)
}
