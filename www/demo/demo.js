import { load, RedactedText, SlorError } from '../index.js'
import { languages, stringsOf } from './languages.js'
import { POLICIES } from './policies.js'
import { element, fill, markFound, markPlaceholders, otherWays, summary } from './view.js'

// Announcing each key stroke would drown a screen reader's user.
const PAUSE = 1000

/** The elements that change, by their ids. @type {Record<string, any>} */
const page = Object.fromEntries(['language', 'policy', 'failed', 'message', 'marked', 'status', 'found', 'send',
  'example', 'leaves', 'talk', 'sent', 'clear'].map(id => [id, document.getElementById(id)]))

let strings = await stringsOf('da')
/** @type {import('../index.d.ts').Conversation | null} */
let conversation = null
/** The policy as data, for what the page shows of it: the engine reads it for itself. @type {any} */
let policy = null
let pause

page.language.append(...languages.map(([code, name]) => element('option', name, { value: code, lang: code })))
page.policy.append(...Object.entries(POLICIES).map(([id, name]) => element('option', name, { value: id })))

page.language.addEventListener('change', () => speak(page.language.value))
page.policy.addEventListener('change', choosePolicy)
page.message.addEventListener('input', preview)
page.send.addEventListener('click', send)
page.example.addEventListener('click', () => {
  page.message.value = strings.demo.sample
  page.message.focus()
  preview()
})
page.clear.addEventListener('click', () => {
  conversation?.clear()
  page.sent.replaceChildren()
  page.talk.hidden = true
  page.message.focus()
  preview()
})

await choosePolicy()

async function speak (code) {
  strings = await stringsOf(code)
  document.documentElement.lang = code
  page.language.value = code
  fill(document, strings)
  document.title = `Slør: ${strings.demo.title}`
  conversation ? preview() : showFailure()
}

async function choosePolicy () {
  const chosen = page.policy.value
  close('loading')
  page.status.textContent = strings.demo.loading
  policy = null
  try {
    const text = await read(`../policies/${chosen}.json`)
    policy = JSON.parse(text)
    const redactor = await load({ policy: text })
    // Another policy may have been chosen meanwhile.
    if (chosen !== page.policy.value) return
    conversation = redactor.conversation()
  } catch {
    if (chosen !== page.policy.value) return
  }
  if (conversation) open()
  await speak(policy?.languages?.[0] ?? document.documentElement.lang)
  if (conversation) document.documentElement.dataset.state = 'ready'
}

async function read (url) {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`status ${response.status}`)
  return response.text()
}

function open () {
  page.failed.hidden = true
  for (const control of [page.message, page.example]) control.disabled = false
}

/** Nothing can be typed or sent until the engine is ready, or ever again if it broke. */
function close (state) {
  document.documentElement.dataset.state = state
  conversation = null
  clearTimeout(pause)
  for (const control of [page.message, page.example, page.send]) control.disabled = true
  for (const shown of [page.marked, page.found, page.leaves, page.sent, page.status]) shown.replaceChildren()
  page.talk.hidden = true
}

function showFailure () {
  close('failed')
  const ways = otherWays(policy, document.documentElement.lang)
  page.failed.replaceChildren(element('h2', strings.failed.title), element('p', strings.failed.text),
    ...(ways.length > 0 ? ways : [element('p', strings.failed.contact)]))
  page.failed.hidden = false
}

function preview () {
  if (!conversation) return
  const text = page.message.value
  try {
    const redaction = conversation.preview(text)
    markFound(page.marked, text, redaction.findings)
    showLeaving(redaction)
    showCategories(redaction.findings)
    announce(redaction, text)
    page.send.disabled = text.trim() === '' || redaction.unread
  } catch {
    showFailure()
  }
}

function showLeaving (redaction) {
  const empty = redaction.text === '' || redaction.unread
  page.leaves.classList.toggle('empty', empty)
  if (empty) page.leaves.textContent = redaction.unread ? strings.unread : strings.demo.empty
  else markPlaceholders(page.leaves, redaction)
}

function showCategories (findings) {
  const categories = [...new Set(findings.map(it => it.category))]
  page.found.replaceChildren(...categories.map(it => element('li', strings.categories[it])))
  page.found.setAttribute('aria-label', strings.demo.found)
}

function announce (redaction, text) {
  clearTimeout(pause)
  pause = setTimeout(() => {
    page.status.textContent = text === '' ? '' : redaction.unread ? strings.unread : summary(redaction.findings, strings)
  }, PAUSE)
}

function send () {
  if (!conversation) return
  try {
    receive(conversation.add(page.message.value))
  } catch (error) {
    return error instanceof SlorError && error.code === 'unread' ? preview() : showFailure()
  }
  page.message.value = ''
  page.message.focus()
  preview()
}

/** Stands for the chatbot's server: it takes nothing but a redacted text. */
function receive (message) {
  if (!RedactedText.is(message)) throw new TypeError('only a redacted text can be sent')
  const item = element('li', '')
  markPlaceholders(item, { text: String(message), findings: message.findings })
  page.sent.append(item)
  page.talk.hidden = false
}
