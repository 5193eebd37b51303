// The whole chat, in front of a bot in the page: nothing leaves.
import '../chat.js'
import { languages, stringsOf } from './languages.js'
import { POLICIES } from './policies.js'
import { element, fill } from './view.js'

/** @type {any} */
const page = { language: document.getElementById('language'), policy: document.getElementById('policy') }

page.language.append(...languages.map(([code, name]) => element('option', name, { value: code, lang: code })))
page.policy.append(...Object.entries(POLICIES).map(([id, name]) => element('option', name, { value: id })))
for (const choice of Object.values(page)) choice.addEventListener('change', show)
await show()

async function show () {
  const language = page.language.value
  const strings = await stringsOf(language)
  document.documentElement.lang = language
  fill(document, strings)
  document.querySelector('slor-chat')?.remove()
  document.body.append(element('slor-chat', strings.failed.contact, { policy: `../policies/${page.policy.value}.json`, platform: 'demo', lang: language }))
}
