// The documents that follow from a policy: the notice and the record, to read and to save.
import { noticeNodes, noticeSections, noticeText, recordSections, recordText } from '../notice.js'
import { languages } from '../demo/languages.js'
import { element } from '../demo/view.js'
import { idOf, save } from './export.js'
import { filled } from './results.js'
import { say } from './view.js'

export class Documents {
  #page
  #settled
  #strings
  #policy = ''
  /** The document that is shown. */
  #shown
  /** Whether the text has errors now, so that what is shown is older. */
  stale = false

  /**
   * @param {Record<string, any>} page the elements by their ids
   * @param {() => Promise<void>} settled comes when the policy is that of the text as it is
   * @param {(error: unknown) => void} fail
   */
  constructor (page, settled, fail) {
    this.#page = page
    this.#settled = settled
    page['notice-language'].append(...languages.map(([code, name]) => element('option', name, { value: code, lang: code })))
    const show = () => {
      this.#name()
      this.#show().catch(fail)
    }
    page.document.addEventListener('change', show)
    page['notice-language'].addEventListener('change', show)
    page['save-html'].addEventListener('click', () => this.#save('html', 'html', 'text/html').catch(fail))
    page['save-markdown'].addEventListener('click', () => this.#save('markdown', 'md', 'text/markdown').catch(fail))
  }

  speak (strings) {
    this.#strings = strings
    this.#page['notice-said'].textContent = ''
    this.#name()
  }

  /** Nothing is shown, or saved, that belongs to another policy. */
  clear () {
    this.#policy = ''
    this.#shown = undefined
    this.#page['notice-language'].value = ''
    this.#page.notice.replaceChildren()
    this.#name()
  }

  /** A policy without errors. */
  use (policy) {
    this.#policy = policy
    this.#page['notice-said'].textContent = ''
    return this.#show()
  }

  /** What the card is called, and whose words stand in another language than the document's. */
  #name () {
    const { 'notice-title': title, 'notice-foreign': note, document } = this.#page
    const words = this.#strings.preview.notice
    title.textContent = words[document.value]
    const passages = this.#shown?.sections.flatMap(it => it.blocks).flatMap(it => it.passages) ?? []
    const own = passages.find(it => it.language !== this.#shown.language)?.language
    note.hidden = own === undefined
    if (note.hidden) return
    const names = new Intl.DisplayNames([globalThis.document.documentElement.lang], { type: 'language' })
    say(note, filled(words.foreign, { language: names.of(own) ?? own }))
  }

  async #show () {
    const { notice, document, 'notice-language': language } = this.#page
    if (this.#policy === '') return
    // A policy's own language, until another is chosen.
    if (language.value === '') language.value = JSON.parse(this.#policy).languages[0]
    const asked = [this.#policy, language.value, document.value]
    const write = document.value === 'record' ? recordSections : noticeSections
    const sections = await write(this.#policy, language.value)
    const now = [this.#policy, language.value, document.value]
    if (asked.some((it, n) => it !== now[n])) return
    notice.replaceChildren(noticeNodes(sections, { heading: 3 }))
    this.#shown = sections
    this.#name()
  }

  async #save (format, ending, type) {
    // What was typed last is to be in the file, too.
    await this.#settled()
    const policy = this.#policy
    const { none, older } = this.#strings.preview.policy
    // A file says nothing of the errors that the policy has meanwhile.
    this.#page['notice-said'].textContent = policy === '' ? none : this.stale ? older : ''
    if (policy === '' || this.stale) return
    const kind = this.#page.document.value
    const language = this.#page['notice-language'].value
    const write = kind === 'record' ? recordText : noticeText
    save(`${idOf(policy)}-${kind}-${language}.${ending}`, type, await write(policy, language, format))
  }
}
