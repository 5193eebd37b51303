import { openDialog } from './dialog.js'
import { link, make } from './dom.js'
import { STORED } from './storage.js'
import { contacts, waysToReach } from './ways.js'

/** The privacy notice, in layers: a summary, then sections to open. Only its words are loaded here; the policy has the facts. */
export async function showNotice ({ parent, facts, strings, policyText, base }) {
  const words = strings.chat.notice
  const list = make('div', { class: 'sections' }, make('p', {}, strings.chat.loading))
  openDialog(parent, facts.title, strings.chat.done, make('p', {}, words.summary), list)
  try {
    const { noticeSections } = await import('../notice.js')
    const { sections } = await noticeSections(policyText, facts.language, { base })
    list.replaceChildren(...sections.map(it => layer(it.heading, ...it.blocks.map(block))), stored(facts, words))
  } catch {
    const asked = contacts(facts) ?? waysToReach(facts, strings)
    list.replaceChildren(make('div', { role: 'alert' }, make('p', {}, words.failed), ...(asked ? [asked] : [])), stored(facts, words))
  }
}

/** What the citizen's device holds, from the same table that the code stores by. */
function stored (facts, words) {
  if (!facts.keepsInSession) return layer(words.storage, make('p', {}, words.nothing))
  const told = STORED.flatMap(({ key, where, purpose, life }) => [[words.key, `${key} (${where})`], [words.purpose, words.purposes[purpose]], [words.life, words.lives[life]]])
  return layer(words.storage, make('dl', {}, ...told.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)])))
}

function layer (heading, ...content) {
  return make('details', {}, make('summary', {}, heading), ...content)
}

/** @param {import('../notice.d.ts').Block} block */
function block ({ kind, passages, url }) {
  const [first] = passages
  if (kind === 'list') return make('ul', {}, ...passages.map(it => make('li', { lang: it.language }, it.text)))
  if (kind === 'heading') return make('h3', { lang: first.language }, first.text)
  return make('p', { lang: first.language }, kind === 'link' && url && /^https?:/.test(url) ? link(first.text, url) : first.text)
}
