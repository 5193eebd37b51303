// What the results mean: pieces to show, what differs, and why.

/** Lexicons have these categories; a row of a country can share its letters with a language (`fi`). */
const WORDS = ['health', 'gender', 'ethnicity', 'nationality', 'sexuality', 'politics', 'religion']
const COUNTRIES = { dk: 'DK', se: 'SE', no: 'NO', fi: 'FI', is: 'IS' }
const OTHER = {
  date: 'date', words: 'spelled', address: 'street', policy: 'shape', intl: 'international'
}

const key = ({ start, end, category }) => `${start}-${end}-${category}`

/** What only one of two results masks; none if both mask the same. */
export function difference (one, other) {
  const masked = new Set(other.findings.map(key))
  return one.findings.filter(it => !masked.has(key(it)))
}

/** Whether two results say different things of one message. */
export function differ (one, other) {
  return one.unread !== other.unread || difference(one, other).length > 0 || difference(other, one).length > 0
}

/** The message as written, in pieces: what is masked, what was recognised and kept, and the rest. */
export function written (text, { findings, kept }) {
  const marks = [...findings.map(it => ({ ...it, mark: 'masked' })), ...kept.map(it => ({ ...it, mark: 'kept' }))]
  return cut(text, 0, text.length, marks)
}

/**
 * The message as it would be sent, in pieces. Text outside findings is unchanged, so it shows where placeholders are.
 *
 * @param {string} text
 * @param {{ text: string, findings: any[] }} result
 * @param {{ own: any[], other: any[] }} only what only this result masks, and what only the compared one does
 */
export function sent (text, result, only) {
  const pieces = []
  let from = 0
  let to = 0
  for (const finding of result.findings) {
    pieces.push(...cut(text, from, finding.start, lost(only.other)))
    const begin = to + finding.start - from
    const end = result.text.indexOf(']', begin) + 1
    pieces.push({ text: result.text.slice(begin, end), mark: only.own.includes(finding) ? 'masked differs' : 'masked' })
    from = finding.end
    to = end
  }
  pieces.push(...cut(text, from, text.length, lost(only.other)))
  return pieces
}

const lost = findings => findings.map(it => ({ ...it, mark: 'kept differs' }))

/** A stretch of the text, cut at the marks that lie in it. */
function cut (text, from, to, marks) {
  const pieces = []
  let at = from
  const inside = marks.filter(it => it.start >= from && it.end <= to).sort((a, b) => a.start - b.start)
  for (const { start, end, mark } of inside) {
    if (start < at) continue
    if (start > at) pieces.push({ text: text.slice(at, start) })
    pieces.push({ text: text.slice(start, end), mark })
    at = end
  }
  if (at < to) pieces.push({ text: text.slice(at, to) })
  return pieces
}

/** A recognizer such as `dk.cpr` in words, with its id. */
export function recognizerOf ({ recognizer, evidence }, strings, language) {
  const [place, what] = recognizer.split('.')
  const name = (type, code) => new Intl.DisplayNames([language], { type }).of(code) ?? code
  const say = (rule, value = '') => `${filled(strings.preview.rule[rule], { name: value })} (${recognizer})`
  if (place === 'number') return say(what === 'reference' ? 'named' : 'digits')
  if (place in OTHER) return say(OTHER[place])
  if (what === 'name') return say('names', name('language', place))
  if (WORDS.includes(what)) return say(evidence === 'context' ? 'frame' : 'words', name('language', place))
  return place in COUNTRIES ? say('country', name('region', COUNTRIES[place])) : recognizer
}

/** What a rule of the policy says of a category for one use: our words, and the policy's own reason, which is in its language. */
export function decisionOf (rule, purpose, { decision }) {
  const view = viewOf(rule, purpose)
  const words = view.action === 'keep' ? decision.keep : rule.scope === 'disclosed' ? decision.disclosed : decision.always
  return { words, reason: view.reason }
}

/** Why one finding was masked or kept. */
export function reasonOf (rule, purpose, finding, masked, strings) {
  if (masked || viewOf(rule, purpose).action === 'keep') return decisionOf(rule, purpose, strings)
  const stranger = rule.scope === 'disclosed' && !finding.disclosed
  return { words: stranger ? strings.decision.stranger : strings.decision.exception, reason: undefined }
}

function viewOf ({ views }, purpose) {
  return views.find(it => it.purpose === purpose) ?? views[0]
}

/** A string with its blanks filled in. */
export function filled (text, values) {
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all)
}
