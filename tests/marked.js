// Marked text: `Skriv til {email|a@b.dk}`. What is marked must be found, and nothing else.

/**
 * The lines of a file of cases, without comments and empty lines.
 *
 * @param {string} file
 */
export function casesOf (file) {
  return file.split('\n').map((line, index) => ({ line: line.replace(/\r$/, ''), number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
}

/** @param {string} line */
export function unmark (line) {
  return line.replace(/\{[a-z_]+\|([^}]*)\}/g, '$1')
}

/**
 * The text with a mark on each finding: proves the offsets, since `slice` counts UTF-16 code units.
 *
 * @param {string} text
 * @param {readonly { category: string, start: number, end: number }[]} findings
 */
export function mark (text, findings) {
  let marked = ''
  let at = 0
  for (const { category, start, end } of findings) {
    marked += `${text.slice(at, start)}{${category}|${text.slice(start, end)}}`
    at = end
  }
  return marked + text.slice(at)
}

/**
 * What differs: a list of lines as they came back, empty if all is well.
 *
 * @param {{ redact (text: string): { findings: readonly any[] } }} redactor
 * @param {string} file
 */
export function differences (redactor, file) {
  return casesOf(file).flatMap(({ line, number }) => {
    const text = unmark(line)
    const found = mark(text, redactor.redact(text).findings)
    return found === line ? [] : [`${number}: expected ${line}\n${' '.repeat(String(number).length)}     found ${found}`]
  })
}
