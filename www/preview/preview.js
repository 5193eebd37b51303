import { checkPolicy } from '../notice.js'
import { languages } from '../demo/languages.js'
import { POLICIES, policyOf } from '../demo/policies.js'
import { element, fill } from '../demo/view.js'
import { Documents } from './documents.js'
import { Editor } from './editor.js'
import { opens, refusesBeside, wordsOf } from './files.js'
import { lines, messagesOf } from './messages.js'
import { Panel } from './panel.js'
import { idOf, save } from './export.js'
import { filled } from './results.js'
import { problemItems, say } from './view.js'

// Checking at each key stroke would announce errors in words that are half written.
const PAUSE = 400

/** The elements that change, by their ids. @type {Record<string, any>} */
const page = Object.fromEntries([...document.querySelectorAll('[id]')].map(it => [it.id, it]))

/** @type {Awaited<ReturnType<typeof checkPolicy>>} */
const UNCHECKED = { errors: [], warnings: [] }

let strings
/** What the text began as: an offered policy, or a file. @type {{ offered?: string, name?: string }} */
let source = {}
/** The text as it was begun, or saved since. */
let saved = ''
/** The last text without errors since it was begun. */
let policy = ''
let checked = UNCHECKED
/** @type {{ name: string, messages: string[] } | undefined} */
let file
/** Whether messages were written here, and not only put in by a button. */
let wrote = false
let pauses = {}
let newest = 0
/** The check of the text as it is, or was before the last keys. */
let checking = Promise.resolve()
let beginnings = 0

const panel = new Panel(page, tell)
const documents = new Documents(page, settled, fail)
const editor = new Editor(page.policy, page.lines, () => after('policy', beginCheck))

page.language.append(...languages.map(([code, name]) => element('option', name, { value: code, lang: code })))
page.start.append(...Object.entries(POLICIES).map(([id, name]) => element('option', name, { value: id })))

page.language.addEventListener('change', () => speak(page.language.value))
page.start.addEventListener('change', () => start(page.start.value))
page['save-policy'].addEventListener('click', savePolicy)
page.messages.addEventListener('input', () => {
  wrote = page.messages.value.trim() !== ''
  after('messages', look)
})
page.examples.addEventListener('click', addExamples)
page.clear.addEventListener('click', clear)
opens({ button: page['open-policy'], input: page['policy-file'], target: page['policy-card'], largest: 1 },
  (text, name) => begin(text, { name }), error => showBegun(wordsOf(error, strings.preview)))
opens({ button: page['open-messages'], input: page['messages-file'], target: page['messages-card'], largest: 20 }, openMessages, refuseMessages)
refusesBeside()
globalThis.addEventListener('beforeunload', event => { if (editor.text !== saved || wrote) event.preventDefault() })

const preferred = languages.find(([code]) => navigator.language.startsWith(code))?.[0] ?? 'en'
await speak(preferred)
await start(Object.keys(POLICIES)[0])

async function speak (code) {
  const [shared, own] = await Promise.all([import(`../strings/${code}.js`), import(`./strings/${code}.js`)])
  strings = { ...shared.default, preview: own.default }
  document.documentElement.lang = code
  page.language.value = code
  fill(document, strings)
  document.title = `Slør: ${strings.preview.title}`
  documents.speak(strings)
  showChecked()
  showBegun()
  showOpened()
  panel.speak(strings, code)
}

async function start (offered) {
  const mine = ++beginnings
  try {
    const text = await policyOf(offered, 'policies/')
    if (mine === beginnings) begin(text, { offered })
  } catch (error) {
    if (mine !== beginnings) return
    showBegun()
    fail(error)
  }
}

/** The one way in for a text from elsewhere. Whoever has edited is asked first, and nothing stays of the text before. */
function begin (text, from) {
  beginnings += 1
  if (editor.text !== saved && !globalThis.confirm(strings.preview.policy.unsaved)) return showBegun()
  source = from
  editor.text = text
  // As the field gives it back, with its own line breaks.
  saved = editor.text
  policy = ''
  checked = UNCHECKED
  panel.clear()
  documents.clear()
  showBegun()
  showChecked()
  beginCheck()
}

/** Where the text comes from, after what is wrong with a file that was refused. */
function showBegun (refused = '') {
  page.start.value = source.offered ?? ''
  const begun = source.name === undefined ? '' : filled(strings.preview.policy.file, { name: source.name })
  say(page.begun, `${refused} ${begun}`.trim())
}

function after (what, run) {
  clearTimeout(pauses[what])
  pauses = { ...pauses, [what]: setTimeout(run, PAUSE) }
}

function beginCheck () {
  clearTimeout(pauses.policy)
  delete pauses.policy
  checking = check()
}

/** Comes when the text as it is now has been checked. */
function settled () {
  if (pauses.policy !== undefined) beginCheck()
  return checking
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
    await documents.use(policy)
    panel.use(policy).catch(fail)
  } catch (error) {
    fail(error)
  }
}

function showChecked () {
  const { errors, warnings } = checked
  const words = strings.preview.policy
  const said = errors.length > 0 ? words.errors : warnings.length > 0 ? words.warnings : words.fine
  say(page.checked, filled(policy === '' && errors.length === 0 ? words.checking : said, { n: errors.length || warnings.length }))
  page.checked.className = errors.length > 0 ? 'checked bad' : 'checked'
  page.problems.replaceChildren(...problemItems(checked, strings.preview, it => editor.go(it)))
  panel.stale = documents.stale = errors.length > 0
  for (const it of [page.stale, page['decision-stale'], page['notice-stale']]) {
    it.textContent = policy === '' ? words.none : words.stale
    it.hidden = errors.length === 0
  }
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
  showOpened(wordsOf(error, strings.preview))
}

/** Whose messages are looked at, after what is wrong with a file that was refused. */
function showOpened (refused = '') {
  const opened = file ? filled(strings.preview.messages.file, { name: file.name, n: file.messages.length }) : ''
  say(page.opened, `${refused} ${opened}`.trim())
}

function clear () {
  if (wrote && !globalThis.confirm(strings.preview.messages.unsaved)) return
  wrote = false
  file = undefined
  page.messages.value = ''
  showOpened()
  look()
  page.messages.focus()
}

function savePolicy () {
  save(`${idOf(editor.text)}.json`, 'application/json', editor.text)
  saved = editor.text
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
