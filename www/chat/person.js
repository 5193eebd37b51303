import { openDialog } from './dialog.js'
import { fill, make, UNWATCHED } from './dom.js'
import { openForm } from './form.js'
import { hoursInWords, isOpen } from './hours.js'
import { waysToReach } from './ways.js'

// As in the composer: not at every key.
const PAUSE = 600

// What the citizen's own browser may fill in, and the keyboard that a phone shows.
const FILLED = {
  email: { autocomplete: 'email', inputmode: 'email' },
  phone: { autocomplete: 'tel', inputmode: 'tel' },
  name: { autocomplete: 'name' }
}

/** The way to a person: opening hours first, then the form, then the queue. */
export function goToPerson (given) {
  const { person } = given.facts
  if (!isOpen(person?.hours)) return showClosed(given)
  if (person?.form) return showForm(given)
  return given.talk.askPerson()
}

function showClosed ({ parent, facts, strings }) {
  const words = strings.chat.closed
  const { hours, closed } = facts.person
  openDialog(parent, words.title, strings.chat.done, make('p', {}, closed), make('h3', {}, words.hours),
    make('ul', {}, ...hoursInWords(hours, facts.language).map(it => make('li', {}, it))), waysToReach(facts, strings))
}

function showForm (given) {
  const { facts, strings, talk } = given
  const { reason, fields: asked } = facts.person.form
  const fields = asked.map(field => fieldOf(field, strings, talk))
  openForm(given, {
    title: facts.labels.person,
    label: strings.chat.form.send,
    content: [make('p', {}, reason), ...fields.map(it => it.node)],
    isReady: () => {
      const wrong = fields.filter(it => !it.check())
      wrong[0]?.focus()
      return !wrong.length
    },
    send: () => talk.askPerson(Object.fromEntries(fields.map(it => [it.id, it.masked()]).filter(([, text]) => text)))
  })
}

/** A field, with what it may carry, and what will be sent of what is in it. */
function fieldOf ({ id, label, category, required }, strings, talk) {
  const words = strings.chat.form
  const named = `field-${id}`
  const leaves = make('p', { role: 'status' })
  const problem = make('p', { class: 'problem', id: `${named}-problem` })
  let pause
  const box = make(category ? 'input' : 'textarea', {
    id: named,
    ...UNWATCHED,
    ...FILLED[category],
    'aria-required': required && 'true',
    'aria-describedby': `${named}-carries ${named}-problem`,
    oninput: () => {
      clearTimeout(pause)
      pause = setTimeout(show, PAUSE)
    }
  })

  function show () {
    const text = box.value.trim()
    try {
      const masked = text && String(talk.field(id, text))
      leaves.textContent = masked === text ? '' : fill(words.leaves, { text: masked })
    } catch (/** @type {any} */ error) {
      leaves.textContent = error.code === 'unread' ? strings.unread : ''
    }
  }

  function check () {
    const missing = required && box.value.trim() === ''
    problem.textContent = missing ? words.required : ''
    box.setAttribute('aria-invalid', missing)
    return !missing
  }

  const carries = category ? fill(words.carries, { category: strings.categories[category] }) : words.carriesNone
  return {
    id,
    check,
    focus: () => box.focus(),
    masked: () => box.value.trim() ? talk.field(id, box.value.trim()) : undefined,
    node: make('div', { class: 'field' }, make('label', { for: named }, required ? label : `${label} (${words.optional})`),
      make('p', { class: 'hint', id: `${named}-carries` }, carries), box, problem, leaves)
  }
}
