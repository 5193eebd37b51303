/** An element with a text and attributes. Text is only ever set as text. */
export function element (name, text, attributes = {}) {
  const made = document.createElement(name)
  made.textContent = text
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

/** Writes the page's own words: `data-text="demo.title"` takes `strings.demo.title`. */
export function fill (root, strings) {
  for (const node of root.querySelectorAll('[data-text]')) {
    node.textContent = node.dataset.text.split('.').reduce((value, key) => value[key], strings)
  }
}

/** The message as typed, with a mark on each finding. */
export function markFound (parent, text, findings) {
  const parts = []
  let at = 0
  for (const { start, end } of findings) {
    parts.push(text.slice(at, start), element('mark', text.slice(start, end)))
    at = end
  }
  // A line break at the end counts only if something follows it.
  parent.replaceChildren(...parts, text.slice(at), '\n')
}

/** The redacted message, with a mark on each placeholder. Text outside findings is unchanged, so it shows where they are. */
export function markPlaceholders (parent, { text, findings }) {
  const parts = []
  let from = 0
  let to = 0
  for (const { start, end } of findings) {
    const placeholder = to + (start - from)
    const after = text.indexOf(']', placeholder) + 1
    parts.push(text.slice(to, placeholder), element('mark', text.slice(placeholder, after)))
    from = end
    to = after
  }
  parent.replaceChildren(...parts, text.slice(to))
}

/** One short sentence on what will be hidden. */
export function summary (findings, strings) {
  if (findings.length === 0) return strings.masked.none
  const names = [...new Set(findings.map(it => strings.categories[it.category]))]
  const sentence = findings.length === 1 ? strings.masked.one : strings.masked.many
  return sentence.replace('{count}', String(findings.length)).replace('{list}', names.join(', '))
}

const SCHEMES = { phone: 'tel:', email: 'mailto:', web: '' }

/** The policy's other ways to reach someone, as paragraphs; none if the policy itself couldn't be had. */
export function otherWays (policy, language) {
  const ways = Array.isArray(policy?.other_ways) ? policy.other_ways : []
  return ways.map(({ way, value, label }) => {
    const line = element('p', `${label?.[language] ?? Object.values(label ?? {})[0] ?? ''}: `)
    const href = way === 'phone' ? value.replace(/[^+\d]/g, '') : value
    line.append(way in SCHEMES ? element('a', value, { href: SCHEMES[way] + href }) : value)
    return line
  })
}
