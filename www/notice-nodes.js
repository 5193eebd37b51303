/** @typedef {import('./notice.d.ts').Notice} Notice */
/** @typedef {import('./notice.d.ts').Passage} Passage */

/**
 * The notice as nodes: texts are set as text, and a passage in another language says so.
 *
 * @param {Notice} notice
 * @param {{ heading?: 1 | 2 | 3 | 4, document?: Document }} [options] `heading` is the level of the title; sections are one below
 */
export function noticeNodes (notice, { heading = 2, document = globalThis.document } = {}) {
  const make = (name, { text, language }) => {
    const node = document.createElement(name)
    node.textContent = text
    node.lang = language
    return node
  }
  const own = text => ({ text, language: notice.language })
  const fragment = document.createDocumentFragment()
  fragment.append(make(`h${heading}`, notice.title))
  for (const section of notice.sections) {
    const box = document.createElement('section')
    box.dataset.section = section.id
    box.append(make(`h${heading + 1}`, own(section.heading)))
    for (const block of section.blocks) box.append(nodeOf(block, make, `h${heading + 2}`))
    fragment.append(box)
  }
  return fragment
}

/**
 * @param {import('./notice.d.ts').Block} block
 * @param {(name: string, passage: Passage) => HTMLElement} make
 * @param {string} heading
 */
function nodeOf ({ kind, passages, url }, make, heading) {
  const [first] = passages
  if (kind === 'heading') return make(heading, first)
  if (kind === 'paragraph') return make('p', first)
  if (kind === 'list') {
    const list = make('ul', { ...first, text: '' })
    list.append(...passages.map(it => make('li', it)))
    return list
  }
  const link = /** @type {HTMLAnchorElement} */ (make('a', first))
  // A policy can have no other address; sections can come from elsewhere.
  if (url?.startsWith('https:')) link.href = url
  link.rel = 'noreferrer'
  const line = make('p', { ...first, text: '' })
  line.append(link)
  return line
}
