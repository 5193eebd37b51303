import { openDialog, told } from './dialog.js'
import { fill, make, UNWATCHED } from './dom.js'
import { openForm } from './form.js'
import { waysToReach } from './ways.js'

/** Deletes the talk, and says how that went: in the talk, which the dialog covers only for a while, and in the dialog if there is something to do. */
export function askToDelete ({ parent, facts, strings, talk, tell, happened }) {
  const words = strings.chat.delete
  const left = facts.leaves.map(it => strings.chat.metadata.fields[it]).join(', ')
  const dialog = openDialog(parent, facts.labels.delete, strings.chat.cancel, make('p', {}, words.ask), facts.deletion && make('p', {}, facts.deletion),
    left ? make('p', {}, fill(words.leaves, { list: left })) : undefined)
  const start = dialog.offer(facts.labels.delete, async () => {
    // From here on there is nothing to cancel.
    dialog.show(strings.chat.done, told(words.busy))
    try {
      const { verified } = await talk.delete()
      dialog.close()
      tell(verified ? words.verified : words.unverified, true)
      happened('deleted')
    } catch {
      tell(words.failed, false)
      if (!dialog.isOpen) return
      dialog.show(strings.chat.done, make('div', { role: 'alert' }, make('p', {}, words.failed)), waysToReach(facts, strings))
      start.textContent = strings.chat.retry
    }
  }, { class: 'danger' })
}

/** Gives the citizen the talk as a file, made here. */
export function offerDownload ({ parent, facts, strings, talk, broken }) {
  const words = strings.chat.download
  const names = [strings.chat.you, facts.bot, strings.chat.agent]
  const dialog = openDialog(parent, facts.labels.download, strings.chat.done, make('p', {}, words.intro))
  for (const format of facts.formats) {
    const [type, ending] = format === 'json' ? ['application/json', 'json'] : ['text/plain;charset=utf-8', 'txt']
    dialog.offer(words[format], () => {
      try {
        save(new Blob([talk.copy(format, names)], { type }), `${facts.id}.${ending}`)
      } catch (error) {
        dialog.close()
        broken(error)
      }
    }, { class: 'main' })
  }
}

function save (blob, name) {
  const href = URL.createObjectURL(blob)
  make('a', { href, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}

/** Asks before a file goes: its name is masked, and what is in it can't be. */
export function askToSendFile (given) {
  const { parent, facts, strings, talk, file } = given
  const words = strings.chat.file
  const { types, max_kilobytes: most, reason } = facts.files
  const wrong = !types.includes(file.type) ? fill(words.type, { types: types.map(it => it.split('/')[1].toUpperCase()).join(', ') }) : file.size > most * 1000 ? fill(words.size, { most }) : undefined
  if (wrong) return openDialog(parent, words.title, strings.chat.cancel, make('p', {}, wrong))
  const name = talk.fileName(file.name)
  openForm(given, {
    title: words.title,
    label: strings.chat.send,
    content: [words.warning, reason, fill(words.name, { name: String(name) })].map(it => make('p', {}, it)),
    send: () => talk.sendFile(file, name)
  })
}

/** What is recorded beside the text, what the citizen can decline of it, and what no page can hold back. */
export function showMetadata ({ parent, facts, strings, talk }) {
  const words = strings.chat.metadata
  const list = items => make('ul', {}, ...items.map(it => make('li', {}, it)))
  const recorded = facts.fields.length
    ? [make('p', {}, words.intro), list(facts.fields.map(it => words.fields[it]))]
    : [make('p', {}, words.none)]
  const box = make('input', { type: 'checkbox', onchange: () => { talk.recorded = !box.checked } })
  box.checked = !talk.recorded
  if (facts.mayDecline) recorded.push(make('label', { class: 'switch' }, box, words.off))
  else if (facts.fields.length) recorded.push(make('p', {}, words.forced))
  openDialog(parent, facts.labels.metadata, strings.chat.done, ...recorded, make('p', {}, words.withheld), list(words.always))
}

/** Takes the citizen's opinion. What is written is masked like a message. */
export function askForFeedback (given) {
  const { facts, strings, talk } = given
  const words = strings.chat.feedback
  const choice = (value, label) => make('label', { class: 'switch' }, make('input', { type: 'radio', name: 'rating', value, required: true, 'aria-invalid': 'false' }), label)
  const text = make('textarea', { rows: 3, ...UNWATCHED })
  const ratings = make('fieldset', {}, make('legend', {}, words.rating), choice('good', words.good), choice('bad', words.bad))
  openForm(given, {
    title: facts.labels.feedback,
    label: strings.chat.send,
    content: [ratings, make('label', {}, `${words.text} (${strings.chat.form.optional})`, text), make('p', { class: 'hint' }, strings.chat.form.carriesNone)],
    send: async () => {
      await talk.feedback({ rating: ratings.querySelector(':checked').value, text: text.value })
      return words.thanks
    }
  })
}
