import { link, make } from './dom.js'
import { hoursInWords } from './hours.js'

const LINKS = {
  phone: value => link(value, `tel:${value.replace(/[^+\d]/g, '')}`),
  email: value => link(value, `mailto:${value}`),
  web: value => link(value, value)
}

/** The policy's other ways to reach someone, under a heading. */
export function waysToReach (facts, strings) {
  const list = waysAlone(facts)
  return list && make('section', { class: 'ways' }, make('h3', {}, strings.chat.ways), list)
}

/** The same without the heading. */
export function waysAlone (facts) {
  if (!facts?.ways.length) return undefined
  const items = facts.ways.map(({ way, value, label, text, hours }) => {
    const item = make('li', {}, `${label}: `, way in LINKS ? LINKS[way](value) : value)
    for (const more of [text, hours && hoursInWords(hours, facts.language).join('; ')]) if (more) item.append(make('br'), more)
    return item
  })
  return make('ul', {}, ...items)
}

/** Whom to ask about personal data. */
export function contacts (facts) {
  const items = facts.contacts.map(({ organisation, person, post, phone, email, web, text }) => {
    const parts = [organisation, person, post, phone && LINKS.phone(phone), email && LINKS.email(email), web && LINKS.web(web), text]
    return make('li', {}, ...parts.filter(Boolean).flatMap((it, n) => n ? [', ', it] : [it]))
  })
  return items.length ? make('ul', {}, ...items) : undefined
}
