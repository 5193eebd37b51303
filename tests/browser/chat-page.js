// Puts the chat into the page, with the attributes of the address, and keeps what the console and the chat's events say.
window.logged = []
for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  console[level] = (...args) => { window.logged.push(args.map(String).join(' ')) }
}
window.addEventListener('error', event => window.logged.push(String(event.message)))
window.addEventListener('unhandledrejection', event => window.logged.push(`unhandled: ${event.reason}`))

window.happened = []
for (const type of ['open', 'close', 'ready', 'failed', 'sent', 'deleted', 'ended']) {
  document.addEventListener(`slor-${type}`, event => window.happened.push([type, event.detail]))
}

// Closed shadows, which no script of the page can see into; the tests can.
const hidden = []
const { attachShadow } = window.Element.prototype
window.Element.prototype.attachShadow = function (given) {
  const root = attachShadow.call(this, given)
  if (given.mode === 'closed') hidden.push(root)
  return root
}

const chat = document.createElement('slor-chat')
for (const [name, value] of new URLSearchParams(window.location.search)) {
  // A property, which must be there before the element is known.
  if (name === '.policy') chat.policy = JSON.parse(fetchedAtOnce(value))
  else chat.setAttribute(name, value)
}
const fallback = document.createElement('p')
fallback.textContent = 'Ring til kommunen: 70 00 00 00'
chat.append(fallback)
document.body.append(chat)

/** The nodes of the chat that fit, in its shadow and in the closed ones inside. */
window.inside = selector => [chat.shadowRoot, ...hidden.filter(it => it.host.isConnected)].flatMap(it => [...it.querySelectorAll(selector)])

/** Gets hold of the running engine, for `ruin()` to ruin its memory: it's started already, so this gives it. */
window.prepareRuin = async () => {
  const { default: engine } = await import('../../pkg/slor.js')
  const { memory } = await engine()
  window.ruin = () => { new Uint8Array(memory.buffer).fill(0xff) }
}

/** From then on `previews` has the length of each text that the engine is asked about. It runs as ever. */
window.countPreviews = async () => {
  const { Conversation } = await import('../../redactor.js')
  const { preview } = Conversation.prototype
  Conversation.prototype.preview = function (text, ...more) {
    window.previews.push(text.length)
    return preview.call(this, text, ...more)
  }
  window.previews = []
}

function fetchedAtOnce (address) {
  const request = new window.XMLHttpRequest()
  request.open('GET', address, false)
  request.send()
  return request.responseText
}
