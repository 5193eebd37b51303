import { checkPolicy, noticeNodes, noticeSections, noticeText, recordSections, recordText } from '../notice.js'
import { languages } from '../demo/languages.js'
import { POLICIES, policyOf } from '../demo/policies.js'
import { element, fill } from '../demo/view.js'
import { Editor } from './editor.js'
import { opens, wordsOf } from './files.js'
import { lines, messagesOf } from './messages.js'
import { Panel } from './panel.js'
import { save } from './export.js'
import { filled } from './results.js'
import { problemItems } from './view.js'

// Checking at each key stroke would announce errors in words that are half written.
const PAUSE = 400

/** The elements that change, by their ids. @type {Record<string, any>} */
const page = Object.fromEntries([...document.querySelectorAll('[id]')].map(it => [it.id, it]))

let strings
let opened = ''
/** The last text without errors. */
let policy = ''
/** @type {Awaited<ReturnType<typeof checkPolicy>>} */
let checked = { errors: [], warnings: [] }
/** @type {{ name: string, messages: string[] } | undefined} */
let file
let pauses = {}
let newest = 0

const panel = new Panel(page, tell)
const editor = new Editor(page.policy, page.lines, () => after('policy', check))

page.language.append(...languages.map(([code, name]) => element('option', name, { value: code, lang: code })))
page['notice-language'].append(...languages.map(([code, name]) => element('option', name, { value: code, lang: code })))
page.start.append(...Object.entries(POLICIES).map(([id, name]) => element('option', name, { value: id })))

page.language.addEventListener('change', () => speak(page.language.value))
page.start.addEventListener('change', start)
page['save-policy'].addEventListener('click', savePolicy)
page.messages.addEventListener('input', () => after('messages', look))
page.examples.addEventListener('click', addExamples)
page.clear.addEventListener('click', clear)
page.document.addEventListener('change', () => showNotice().catch(fail))
page['notice-language'].addEventListener('change', () => showNotice().catch(fail))
page['save-html'].addEventListener('click', () => saveNotice('html', 'html', 'text/html').catch(fail))
page['save-markdown'].addEventListener('click', () => saveNotice('markdown', 'md', 'text/markdown').catch(fail))
opens({ button: page['open-policy'], input: page['policy-file'], target: page['policy-card'] }, openPolicy,
  error => { page.checked.textContent = wordsOf(error, strings.preview) })
opens({ button: page['open-messages'], input: page['messages-file'], target: page['messages-card'] }, openMessages, refuseMessages)
globalThis.addEventListener('beforeunload', event => { if (editor.text !== opened) event.preventDefault() })

const preferred = languages.find(([code]) => navigator.language.startsWith(code))?.[0] ?? 'en'
await speak(preferred)
await start()

async function speak (code) {
  const [shared, own] = await Promise.all([import(`../strings/${code}.js`), import(`./strings/${code}.js`)])
  strings = { ...shared.default, preview: own.default }
  document.documentElement.lang = code
  page.language.value = code
  fill(document, strings)
  document.title = `Slør: ${strings.preview.title}`
  showChecked()
  showOpened()
  panel.speak(strings, code)
}

async function start () {
  try {
    openPolicy(await policyOf(page.start.value, 'policies/'))
  } catch (error) {
    fail(error)
  }
}

/** A policy to begin with. A byte order mark is no part of it. */
function openPolicy (text) {
  opened = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  editor.text = opened
  page['notice-language'].value = ''
  check()
}

function after (what, run) {
  clearTimeout(pauses[what])
  pauses = { ...pauses, [what]: setTimeout(run, PAUSE) }
}

async function check () {
  const mine = ++newest
  const { text } = editor
  try {
    const found = await checkPolicy(text)
    if (mine !== newest) return
    checked = found
    if (found.errors.length === 0) policy = text
    showChecked()
    if (found.errors.length > 0) return
    await showNotice()
    await panel.use(policy, opened)
  } catch (error) {
    fail(error)
  }
}

function showChecked () {
  const { errors, warnings } = checked
  const words = strings.preview.policy
  const said = errors.length > 0 ? words.errors : warnings.length > 0 ? words.warnings : words.fine
  page.checked.textContent = filled(policy === '' && errors.length === 0 ? words.checking : said, { n: errors.length || warnings.length })
  page.checked.className = errors.length > 0 ? 'checked bad' : 'checked'
  page.problems.replaceChildren(...problemItems(checked, strings.preview, it => editor.go(it)))
  page.stale.hidden = errors.length === 0
  editor.mark(errors.length > 0 ? errors : warnings, errors.length > 0)
}

function look () {
  return panel.look([...file?.messages ?? [], ...lines(page.messages.value)])
}

function addExamples () {
  const before = page.messages.value
  page.messages.value = before + (before === '' || before.endsWith('\n') ? '' : '\n') + strings.preview.messages.sample.join('\n') + '\n'
  look()
}

function openMessages (text, name) {
  try {
    file = { name, messages: messagesOf(name, text.replace(/^\ufeff/, '')) }
  } catch (error) {
    return refuseMessages(error)
  }
  showOpened()
  look()
}

function refuseMessages (error) {
  page.opened.textContent = wordsOf(error, strings.preview)
}

function showOpened () {
  page.opened.textContent = file ? filled(strings.preview.messages.file, { name: file.name, n: file.messages.length }) : ''
}

function clear () {
  file = undefined
  page.messages.value = ''
  showOpened()
  look()
  page.messages.focus()
}

async function showNotice () {
  if (policy === '') return
  // A policy's own language, until another is chosen.
  if (page['notice-language'].value === '') page['notice-language'].value = JSON.parse(policy).languages[0]
  const write = page.document.value === 'record' ? recordSections : noticeSections
  const asked = [policy, page['notice-language'].value, page.document.value]
  const notice = await write(policy, page['notice-language'].value)
  const now = [policy, page['notice-language'].value, page.document.value]
  if (asked.some((it, n) => it !== now[n])) return
  page.notice.replaceChildren(noticeNodes(notice, { heading: 3 }))
}

function savePolicy () {
  save(`${idOf(editor.text)}.json`, 'application/json', editor.text)
  opened = editor.text
}

async function saveNotice (format, ending, type) {
  if (policy === '') return
  const kind = page.document.value
  const language = page['notice-language'].value
  const write = kind === 'record' ? recordText : noticeText
  save(`${idOf(policy)}-${kind}-${language}.${ending}`, type, await write(policy, language, format))
}

/** The name of a policy, also of one that is not finished. */
function idOf (text) {
  return /"id"\s*:\s*"([a-z0-9-]+)"/.exec(text)?.[1] ?? 'policy'
}

/** The reason is the engine's, in English; it never holds what was typed. */
function fail (error) {
  page.failed.replaceChildren(element('h2', strings.preview.failed), element('p', String(error.message), { lang: 'en' }))
  page.failed.hidden = false
  document.documentElement.dataset.state = 'failed'
}

function tell (error) {
  if (error !== undefined) return fail(error)
  page.failed.hidden = true
  document.documentElement.dataset.state = 'ready'
}
