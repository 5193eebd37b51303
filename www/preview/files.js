// Opening files: by a button and by dropping them.
import { filled } from './results.js'
import { textOf, WrongFile } from './messages.js'

/**
 * @param {{ button: HTMLElement, input: HTMLInputElement, target: HTMLElement, largest: number }} where `target` takes dropped files, of at most
 *   `largest` megabytes
 * @param {(text: string, name: string) => void} opened
 * @param {(error: unknown) => void} refused
 */
export function opens ({ button, input, target, largest }, opened, refused) {
  const read = async file => {
    if (!file) return
    try {
      opened(await textOf(file, largest), file.name)
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
    if (!hasFiles(event)) return
    event.preventDefault()
    target.classList.add('over')
  })
  target.addEventListener('dragleave', () => target.classList.remove('over'))
  target.addEventListener('drop', (/** @type {any} */ event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    target.classList.remove('over')
    const { files } = event.dataTransfer
    if (files.length > 1) refused(new WrongFile('several', {}))
    else read(files[0])
  })
}

/** Beside its place a file isn't taken: the browser would open it in place of the page, and what was written were gone. */
export function refusesBeside () {
  for (const type of ['dragover', 'drop']) {
    document.addEventListener(type, (/** @type {any} */ event) => {
      if (event.defaultPrevented || !hasFiles(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'none'
    })
  }
}

/** Text that is dragged is the browser's to move. */
function hasFiles (event) {
  return event.dataTransfer?.types.includes('Files') === true
}

/** What is wrong with a file, in words. */
export function wordsOf (error, strings) {
  return error instanceof WrongFile ? filled(strings.wrongFile[error.problem], error.values) : String(error.message)
}
