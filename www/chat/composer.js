import { button, fill, icon, make, UNWATCHED } from './dom.js'
import { shared } from './style.js'

// Announcing each key stroke would drown a screen reader's user.
const PAUSE = 1000

// From so many characters on, slow devices can't keep up with looking at each key stroke.
const LONG = 4000
const REST = 300

/** Where the citizen writes, and sees before sending what will be masked. */
export class Composer {
  #facts
  #strings
  #talk
  #broken
  #offer
  #box
  #marks
  #status
  #problem
  #help
  #file
  #found
  #hint
  #send
  #pause
  #rest
  #blocked
  #most
  /** What the citizen wants sent as written, while it's in the box. */
  #givenBack = new Set()
  #places = []

  /**
   * @param {{ facts: any, strings: any, talk: import('./talk.js').Talk, broken: (error: unknown) => void, ways: () => void,
   *   offer: (file: File) => void, draft: string | undefined }} around `ways` shows other ways to reach someone, `offer` asks before a file is sent
   */
  constructor ({ facts, strings, talk, broken, ways, offer, draft = '' }) {
    this.#facts = facts
    this.#strings = strings
    this.#talk = talk
    this.#broken = broken
    this.#offer = offer
    const words = strings.chat
    this.#marks = make('div', { class: 'layer marks', dir: 'auto' })
    // What records or translates a page leaves out what is typed into a box, and would take this copy for text: it can't see into it.
    const under = make('div', { 'aria-hidden': 'true' })
    Object.assign(under.attachShadow({ mode: 'closed' }), { adoptedStyleSheets: [shared] }).append(this.#marks)
    this.#box = make('textarea', {
      class: 'layer',
      part: 'input',
      id: 'message',
      rows: 1,
      dir: 'auto',
      ...UNWATCHED,
      enterkeyhint: 'send',
      'aria-describedby': 'machine hint problem',
      oninput: () => this.#change(),
      onkeydown: event => this.#key(event),
      onpaste: event => this.#takeFiles(event, event.clipboardData),
      ondrop: event => this.#takeFiles(event, event.dataTransfer)
    })
    this.#status = make('p', { class: 'unseen', role: 'status' })
    this.#problem = make('p', { id: 'problem', class: 'problem' })
    this.#help = button(words.ways, ways, { hidden: true })
    const picker = make('input', { type: 'file', hidden: true, accept: facts.files?.types.join(), onchange: () => this.#pick(picker) })
    this.#file = button(icon('file'), () => picker.click(), { class: 'plain', part: 'file', title: words.file.title, hidden: true })
    this.#found = make('details', { part: 'found', hidden: true })
    this.#hint = make('p', { id: 'hint', class: 'hint' }, facts.hint)
    this.#send = make('button', { type: 'submit', part: 'send', title: words.send }, icon('send'))
    this.node = make('form', { part: 'composer', onsubmit: event => this.#submit(event) },
      this.#hint, this.#found, this.#problem, this.#help, this.#status, picker,
      make('label', { class: 'unseen', for: 'message' }, words.message),
      make('div', { class: 'line' }, this.#file, make('div', { class: 'editor' }, under, this.#box), this.#send))
    this.#box.value = draft
    this.stand(talk.state)
  }

  focus () {
    this.#box.focus()
  }

  /** What isn't sent yet. */
  get draft () { return this.#box.value }

  /** @param {import('../adapters/index.d.ts').ChatState} state how the talk stands */
  stand ({ blocked, canSendFiles, maxLength }) {
    this.#file.hidden = !canSendFiles
    // The list of what is masked would be made anew, under the fingers of whoever is in it.
    if (blocked === this.#blocked && maxLength === this.#most) return
    this.#blocked = blocked
    this.#most = maxLength
    this.#preview()
  }

  #key (event) {
    // While a word is being composed, Enter ends the word. Safari says so by the number alone.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    this.#submit(event)
  }

  #takeFiles (event, data) {
    // Text that comes from an office program brings a picture of itself along; the box takes the text.
    if (!data?.files.length || data.types.includes('text/plain')) return
    event.preventDefault()
    if (!this.#talk.state.canSendFiles) this.#announce(this.#problem.textContent = this.#strings.chat.noFiles)
    else for (const file of data.files) this.#offer(file)
  }

  #pick (picker) {
    for (const file of picker.files) this.#offer(file)
    // The same file may be chosen again.
    picker.value = ''
  }

  /** A long message is looked at when its writer rests, or sends it. */
  #change () {
    const text = this.#box.value
    if (text.length < LONG) return this.#preview()
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => this.#preview(), REST)
    // What was marked may stand elsewhere now.
    this.#mark(text, [])
  }

  #preview () {
    clearTimeout(this.#rest)
    const text = this.#box.value
    try {
      let redaction = this.#talk.preview(text)
      const { findings } = redaction
      const isBack = ({ category, start, end }) => this.#facts.givesBack(category) && this.#givenBack.has(text.slice(start, end))
      this.#places = findings.flatMap((it, n) => isBack(it) ? [n] : [])
      if (this.#places.length) redaction = this.#talk.preview(text, this.#places)
      this.#mark(text, findings)
      this.#list(text, findings)
      const problem = this.#wrong(redaction)
      this.#problem.textContent = problem
      // Whoever can't write at all needs somebody else.
      this.#help.hidden = !redaction.unread && !this.#blocked
      this.#send.disabled = problem !== '' || text.trim() === ''
      this.#announce(problem || (text && this.#told(redaction.findings)))
    } catch (error) {
      this.#send.disabled = true
      this.#broken(error)
    }
  }

  #wrong ({ text, unread }) {
    const most = this.#most
    if (unread) return this.#strings.unread
    if (this.#blocked) return this.#strings.chat.blocked
    if (most && text.length > most) return fill(this.#strings.chat.tooLong, { count: text.length - most })
    return ''
  }

  /** The same text under the box, with a mark on each finding. */
  #mark (text, findings) {
    const parts = []
    let at = 0
    findings.forEach(({ start, end }, n) => {
      parts.push(text.slice(at, start), make('mark', { class: this.#places.includes(n) && 'back' }, text.slice(start, end)))
      at = end
    })
    // A line break at the end counts only if something follows it.
    this.#marks.replaceChildren(...parts, text.slice(at), '\u200b')
  }

  #list (text, findings) {
    this.#found.hidden = findings.length === 0
    if (!findings.length) {
      this.#found.open = false
      return this.#found.replaceChildren()
    }
    const { givenBack, reasons, why, found } = this.#strings.chat
    const items = findings.map(({ category, evidence, start, end }, n) => {
      const back = this.#places.includes(n)
      const item = make('li', {}, make('strong', {}, this.#strings.categories[category]), ' ', this.#facts.reason(category) ?? reasons[evidence], ' ')
      if (back) item.append(make('em', {}, givenBack), ' ')
      if (this.#facts.givesBack(category)) item.append(this.#backButton(text.slice(start, end), back, n))
      return item
    })
    this.#found.replaceChildren(make('summary', {}, make('span', {}, `${found}: ${this.#names(findings)}. `), make('u', {}, why)), make('ul', {}, ...items))
  }

  #backButton (words, back, n) {
    const { giveBack, takeBack } = this.#strings.chat
    return button(back ? takeBack : giveBack, () => {
      back ? this.#givenBack.delete(words) : this.#givenBack.add(words)
      this.#preview()
      // The list is new; whoever pressed the button is still at it.
      this.#found.querySelectorAll('li')[n]?.querySelector('button')?.focus()
    })
  }

  #names (findings) {
    return [...new Set(findings.map(it => this.#strings.categories[it.category]))].join(', ')
  }

  #told (findings) {
    const { none, one, many } = this.#strings.masked
    return fill([none, one][findings.length] ?? many, { count: findings.length, list: this.#names(findings) })
  }

  #announce (said) {
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => {
      // The same again would be read out again.
      if (said !== this.#status.textContent) this.#status.textContent = said
    }, PAUSE)
  }

  #submit (event) {
    event.preventDefault()
    // Nothing goes unseen.
    this.#preview()
    const text = this.#box.value
    if (this.#send.disabled || text.trim() === '') return
    try {
      this.#talk.say(text, this.#places)
      this.#givenBack.clear()
      // Read before the first message; afterwards the room is for the talk.
      this.#hint.hidden = true
      this.#box.setAttribute('aria-describedby', 'problem')
      this.#box.value = ''
      this.#preview()
      this.#box.focus()
    } catch (error) {
      this.#broken(error)
    }
  }
}
