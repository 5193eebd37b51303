// What the page shows: problems, decisions and results. Text is only ever set as text.
import { element } from '../demo/view.js'
import { decisionOf, differ, difference, filled, reasonOf, recognizerOf, sent, written } from './results.js'

/** More problems than this nobody reads at once, and a page of fifty thousand buttons stands still. */
const PROBLEMS = 100

/** Sets a text that screen readers announce: set anew, the same would be said again. */
export function say (node, text) {
  if (node.textContent !== text) node.textContent = text
}

/** The problems of a policy, each a button that leads to its place. */
export function problemItems ({ errors, warnings }, strings, go) {
  const problems = [...errors.map(it => ({ ...it, mark: 'bad' })), ...warnings.map(it => ({ ...it, mark: 'odd' }))]
  const items = problems.slice(0, PROBLEMS).map((problem, n) => {
    // Whoever goes from button to button hears what is wrong there, too.
    const id = `problem-${n}`
    const button = element('button', filled(strings.policy.line, problem), { type: 'button', 'aria-describedby': id })
    button.addEventListener('click', () => go(problem))
    // The messages are those of `slor check`, which speaks English.
    const said = element('span', `${problem.key && `${problem.key}: `}${problem.message}`, { id, lang: 'en' })
    const item = element('li', '', { class: problem.mark })
    if (problem.mark === 'odd') item.append(element('span', strings.policy.warning, { class: 'tag' }), ' ')
    item.append(button, ' ', said)
    return item
  })
  return problems.length > PROBLEMS ? [...items, element('li', filled(strings.policy.first, { n: PROBLEMS }))] : items
}

/** A row for each category: what is decided in each view that is looked at. */
export function decisionRows (views, strings) {
  return views[0].rules.map(({ category, givesBack }, n) => {
    const cells = views.map(({ rules, purpose, language }) => {
      const rule = rules[n]
      const cell = element('td', '')
      cell.append(...explained(decisionOf(rule, purpose, strings.preview), strings, language))
      if (givesBack) cell.append(element('span', strings.preview.decision.givesBack, { class: 'quiet' }))
      return cell
    })
    const row = element('tr', '')
    if (new Set(views.map(({ rules, purpose }) => decided(rules[n], purpose))).size > 1) row.className = 'differs'
    row.append(element('th', strings.categories[category], { scope: 'row' }), ...cells)
    return row
  })
}

/** A decision with its reason, each in its language. */
function explained ({ words, reason }, strings, language) {
  if (reason === undefined) return [words]
  const [before, after] = filled(strings.preview.decision.because, { decision: words }).split('{reason}')
  return [before, element('span', reason, { lang: language }), after]
}

const decided = ({ scope, views }, purpose) => {
  const { action } = views.find(it => it.purpose === purpose) ?? views[0]
  return action === 'keep' ? 'keep' : scope
}

/**
 * One message: as written, as sent in each view, and why.
 *
 * @param {string} text
 * @param {{ name: string, rules: any[], purpose: string | undefined, language: string, result: any }[]} views one, or two to compare
 */
export function resultItem (text, views, strings, language) {
  const { results: words } = strings.preview
  const item = element('li', '')
  const labelled = (label, content) => {
    const line = element('p', '', { class: 'line' })
    line.append(element('span', label, { class: 'tag' }), ' ', content)
    return line
  }
  const [a, b] = views.map(it => it.result)
  const both = b === undefined ? a : { ...a, findings: [...a.findings, ...difference(b, a)], kept: a.kept }
  item.append(labelled(words.written, marked(written(text, both))))
  views.forEach(({ name, result }, n) => {
    const other = [a, b][1 - n]
    const only = other === undefined ? { own: [], other: [] } : { own: difference(result, other), other: difference(other, result) }
    const label = views.length > 1 ? name : words.leaves
    const refused = result.unread && result.text === ''
    item.append(labelled(label, refused ? words.unread : marked(sent(text, result, only))))
  })
  if (b !== undefined && differ(a, b)) {
    item.className = 'differs'
    item.prepend(element('strong', words.differs, { class: 'badge' }))
  }
  for (const view of views) item.append(reasons(text, view, views.length > 1, strings, language))
  return item
}

function marked (pieces) {
  const whole = element('span', '', { class: 'text' })
  whole.append(...pieces.map(({ text, mark }) => mark ? element('mark', text, { class: mark }) : text))
  return whole
}

function reasons (text, { name, rules, purpose, language: own, result }, named, strings, language) {
  const found = [...result.findings.map(it => ({ ...it, masked: true })), ...result.kept].sort((a, b) => a.start - b.start)
  if (found.length === 0) return element('p', strings.preview.results.nothing, { class: 'quiet' })
  const items = found.map(finding => {
    const rule = rules.find(it => it.category === finding.category)
    const item = element('li', '', { class: finding.masked ? 'masked' : 'kept' })
    const why = element('strong', '')
    why.append(...explained(reasonOf(rule, purpose, finding, finding.masked, strings.preview), strings, own))
    item.append(
      element('q', text.slice(finding.start, finding.end)),
      ` ${strings.categories[finding.category]} · ${recognizerOf(finding, strings, language)}, ${strings.preview.evidence[finding.evidence]} · `,
      why
    )
    return item
  })
  const box = element('details', '')
  const summary = filled(strings.preview.results.reasons, { n: items.length })
  const list = element('ul', '')
  list.append(...items)
  box.append(element('summary', named ? `${name}: ${summary}` : summary), list)
  return box
}
