// Messages from what was typed and from files.

/** A file that can't be used. `problem` names a string of `wrongFile`. */
export class WrongFile extends Error {
  constructor (problem, values) {
    super(problem)
    this.problem = problem
    this.values = values
  }
}

/** The text of a file that the citizen's office chose, if it has at most so many megabytes. */
export async function textOf (file, largest) {
  if (file.size > largest * 1e6) throw new WrongFile('large', { name: file.name, n: largest })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw new WrongFile('text', { name: file.name })
  }
}

/** One message a line; empty lines are none. */
export function lines (text) {
  return text.split(/\r?\n/).filter(it => it.trim() !== '')
}

/** The messages of a file, by the ending of its name. */
export function messagesOf (name, text) {
  // Quotation marks, line breaks in cells and a comma or semicolon by country: taken for lines, it would give messages that nobody wrote.
  if (/\.csv$/i.test(name)) throw new WrongFile('csv', { name })
  if (/\.json$/i.test(name)) return fromArray(name, text)
  if (/\.(jsonl|ndjson)$/i.test(name)) return text.split(/\r?\n/).flatMap((it, n) => it.trim() === '' ? [] : [fromJson(name, it, n + 1)])
  if (/\.tsv$/i.test(name)) return fromTable(lines(text))
  return lines(text)
}

/** An array of texts, or of objects with one, as this page saves them. */
function fromArray (name, text) {
  try {
    const messages = JSON.parse(text).map(it => it.text ?? it)
    if (messages.every(it => typeof it === 'string')) return messages.filter(it => it.trim() !== '')
  } catch { /* told below, without what stands there */ }
  throw new WrongFile('json', { name })
}

function fromJson (name, line, number) {
  try {
    const { text } = JSON.parse(line)
    if (typeof text === 'string') return text
  } catch { /* told below, without the line */ }
  throw new WrongFile('jsonl', { name, line: number })
}

function fromTable (rows) {
  const cells = rows.map(it => it.split('\t'))
  const named = (cells[0] ?? []).findIndex(it => /^(text|message)$/i.test(it.trim()))
  const messages = named >= 0 ? cells.slice(1).map(it => it[named]) : cells.map(it => it.at(-1))
  return messages.filter(it => it !== undefined && it.trim() !== '')
}
