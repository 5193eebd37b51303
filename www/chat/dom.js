const SVG = 'http://www.w3.org/2000/svg'

// Drawn on 24 × 24, as strokes.
const ICONS = {
  chat: 'M4 5h16v11h-9l-5 4v-4H4z',
  close: 'M6 6l12 12M18 6L6 18',
  question: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.01',
  gear: 'M12 6a6 6 0 1 0 .01 0M12 10a2 2 0 1 0 .1 0M12 3v3M12 18v3M3 12h3M18 12h3M6 6l2 2M16 16l2 2M6 18l2-2M16 8l2-2',
  dots: 'M5 11a1 1 0 1 0 .01 0M12 11a1 1 0 1 0 .01 0M19 11a1 1 0 1 0 .01 0',
  send: 'M4 12h15M13 6l6 6-6 6',
  file: 'M17 8l-7 7a2 2 0 0 1-3-3l8-8a3 3 0 0 1 5 5l-9 9a5 5 0 0 1-7-7l7-7'
}

/** For a box that somebody writes in: some browsers send what is typed to a service of their maker, to check or to complete it. */
export const UNWATCHED = Object.freeze({ autocomplete: 'off', spellcheck: 'false', writingsuggestions: 'false' })

/**
 * An element. Text in it is only ever set as text; `on…` adds a listener; what is false or undefined is left out; a part is a class too, unless another is given.
 *
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | undefined)} children
 * @returns {any}
 */
export function make (name, attributes = {}, ...children) {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries({ class: attributes.part, ...attributes })) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value)
    else if (value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : value)
  }
  node.append(...children.filter(it => it !== undefined))
  return node
}

/**
 * @param {string | Node} label
 * @param {(event: Event) => void} onclick
 * @param {Record<string, any>} [attributes]
 */
export function button (label, onclick, attributes = {}) {
  return make('button', { type: 'button', onclick, ...attributes }, label)
}

/** A picture that says nothing by itself: the button around it has a name. */
export function icon (name) {
  const svg = document.createElementNS(SVG, 'svg')
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', width: 24, height: 24, 'aria-hidden': true })) svg.setAttribute(key, String(value))
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', ICONS[name])
  svg.append(path)
  return svg
}

/** A link that tells nobody where it was clicked; the text alone where the address could do anything but open something. */
export function link (text, href) {
  if (!/^(https?|mailto|tel):/i.test(href)) return make('span', {}, text)
  const opens = /^https?:/.test(href)
  return make('a', { href, rel: 'noreferrer', referrerpolicy: 'no-referrer', target: opens && '_blank' }, text)
}

/** A text with its blanks, such as `{bot}`, filled in. */
export function fill (text, values) {
  return text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all)
}
