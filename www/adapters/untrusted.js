// What a server says is data: shown as text, cut to size, and never run.

/** What is longer is cut. */
export const LONGEST_TEXT = 20_000
const MOST_ITEMS = 100
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Frozen, and all in it. */
export function freeze (value) {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(freeze)
  return Object.freeze(value)
}

/** @returns {any[]} */
export function list (value) {
  return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : []
}

/** @returns {any} */
export function object (value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

/**
 * @param {unknown} value
 * @param {boolean} [html] whether it's marked up; the marks go, for the text is never used as HTML
 */
export function plainText (value, html = false) {
  if (typeof value !== 'string') return ''
  const text = value.slice(0, LONGEST_TEXT)
  if (!html) return text
  return text.replace(/<br\b[^<>]*>|<\/(?:p|div|li|h\d|tr)>/gi, '\n').replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (all, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : parseInt(hex, 16)
      return name ? ENTITIES[name] ?? all : code <= 0x10ffff ? String.fromCodePoint(code) : all
    }).trim()
}

/** The words on a button: a text, or a number as it's written. Whatever else has none. */
export function labelText (value) {
  return plainText(typeof value === 'number' ? String(value) : value).trim()
}

/** An address that may become a link, or undefined. */
export function safeUrl (value) {
  try {
    const url = new URL(value)
    return ['https:', 'http:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

/** A positive whole number, or undefined. */
export function count (value) {
  return Number.isSafeInteger(value) && value > 0 ? value : undefined
}

/** A string, or undefined. */
export function string (value) {
  return typeof value === 'string' ? value : undefined
}

/** A language as `lang` has it, or undefined. */
export function languageTag (value) {
  return typeof value === 'string' && /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(value) ? value : undefined
}

/** A time as ISO 8601 in UTC. Servers leave the zone out, and count microseconds. */
export function utc (value) {
  try {
    const [, time, part = '.0', zone = 'Z'] = /** @type {any} */ (/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/.exec(value))
    return new Date(time + part.slice(0, 4) + zone).toISOString()
  } catch {
    return undefined
  }
}
