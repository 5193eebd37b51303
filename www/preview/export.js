// What leaves the page as files: by the author's own click, onto the author's own disk.

/** Lets the browser save a text as a file. */
export function save (name, type, text) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** The name of a policy, also of one that is not finished. */
export function idOf (text) {
  return /"id"\s*:\s*"([a-z0-9-]+)"/.exec(text)?.[1] ?? 'policy'
}

/**
 * The results for machines. Places count UTF-16 code units of the message as written.
 *
 * @param {string[]} messages
 * @param {{ policy: string, opened: boolean, purpose: string | undefined, results: any[] }[]} views `opened`: the policy as it was opened
 * @param {boolean} raw whether the messages stand there as they were written
 */
export function json (messages, views, raw) {
  const found = ({ category, recognizer, evidence, disclosed, start, end }) => ({ category, recognizer, evidence, disclosed, start, end })
  const rows = messages.map((text, n) => ({
    number: n + 1,
    ...raw && { text },
    views: views.map(({ policy, opened, purpose = null, results }) => {
      const { text: redacted, findings, kept, unread } = results[n]
      const refused = unread && redacted === ''
      return { policy, ...opened && { opened }, purpose, redacted: refused ? null : redacted, unread, masked: findings.map(found), kept: kept.map(found) }
    })
  }))
  return JSON.stringify(rows, null, 2) + '\n'
}

/** The results as a table, for a spreadsheet. */
export function csv (messages, views, raw) {
  const head = ['number', ...raw ? ['text'] : [], ...views.flatMap(({ policy, opened, purpose }) => {
    const view = [policy, ...opened ? ['opened'] : [], ...purpose ? [purpose] : []].join(' ')
    return [view, `${view}: masked`, `${view}: kept`]
  })]
  const rows = messages.map((text, n) => [n + 1, ...raw ? [text] : [], ...views.flatMap(({ results }) =>
    [results[n].text, categories(results[n].findings), categories(results[n].kept)])])
  // The mark at the start tells spreadsheets that it is UTF-8.
  return '\ufeff' + [head, ...rows].map(row => row.map(cell).join(',') + '\r\n').join('')
}

const categories = findings => findings.map(it => it.category).join(' ')

/** A cell that begins like a formula would be run as one. */
function cell (value) {
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
