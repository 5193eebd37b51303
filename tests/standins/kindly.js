// A server that speaks Kindly's chat API as far as its public client shows it, without the socket.
import { longId, startServer } from './server.js'

export const BOT_KEY = 'b0f7c1a2-test-bot'

/** @param {{ oldConnect?: boolean, forgetful?: boolean }} [options] `oldConnect`: only GET; `forgetful`: says that it deleted, and didn't */
export async function startKindly ({ oldConnect = false, forgetful = false } = {}) {
  const talks = new Map()
  let clock = Date.UTC(2026, 2, 2, 8)
  let count = 0
  const server = await startServer(request => {
    const path = request.path.replace(/^\/chatbubble\/v2\//, '')
    if (path === 'connect') return connect(request)
    const talk = talks.get(request.headers['kindly-chatbubble-token'])
    if (!talk || talk.deleted || talk.refused) return { status: 403, body: { error: 'invalid token' } }
    return calls[`${request.method} ${path}`]?.(talk, request.body) ?? { status: 404, body: {} }
  })

  function connect ({ method, headers, query, body }) {
    if (oldConnect ? method !== 'GET' : method !== 'POST') return { status: 405, body: {} }
    if (headers['kindly-bot-key'] !== BOT_KEY || !query.get('language_code')) return { status: 400, body: {} }
    const talk = { token: server.issue(longId()), language: query.get('language_code'), context: { ...body?.context }, messages: [], takenOver: false, requested: false, feedback: [], left: false }
    talks.set(talk.token, talk)
    const created = now()
    say(talk, 'BOT', 'Hej, jeg er chatbotten.', { exchange_type: 'greeting' })
    return { body: { token: talk.token, chat_id: 'c1', created, all_greetings_hide_input: false } }
  }

  const calls = {
    'POST message/': (talk, { message, temporaryId, new_context: context }) => {
      if (typeof message !== 'string' || !temporaryId) return { status: 400, body: {} }
      Object.assign(talk.context, context)
      const own = say(talk, 'USER', message, { chatbubble_temporary_id: temporaryId, was_anonymized: true })
      if (!talk.takenOver) {
        const buttons = [
          button('QUICK_REPLY', 'Hvor er min pakke?', 'sporing'),
          button('HANDOVER_REQUEST', 'Tal med kundeservice'),
          button('EXTERNAL_LINK', 'Levering', 'https://www.cellbes.example/levering'),
          button('EXTERNAL_LINK', 'Skidt', 'javascript:alert(1)'), // eslint-disable-line no-script-url
          button('PRIVACY_DELETE', 'Slet')
        ]
        say(talk, 'BOT', 'Den kommer i morgen.', { buttons, exchange_id: server.issue('levering-1') })
      }
      return { body: { id: own.id, temporaryId, created: own.created } }
    },
    'POST latest': (talk, { timestamp }) => {
      if (!Date.parse(timestamp)) return { status: 400, body: {} }
      const after = talk.messages.filter(it => Date.parse(it.created) >= Date.parse(timestamp))
      return { body: { chatMessages: after, takenOver: talk.takenOver, requestedTakeover: talk.requested } }
    },
    'POST button/click/': (talk, { button: clicked, chatMessage }) => {
      const stands = talk.messages.find(it => it.id === chatMessage?.id)?.buttons?.find(it => it.button_type === clicked?.button_type && it.label === clicked.label)
      if (!stands) return { status: 400, body: {} }
      if (clicked.button_type === 'HANDOVER_REQUEST') talk.requested = true
      else say(talk, 'BOT', 'Skriv dit ordrenummer.')
      return { body: {} }
    },
    'POST trigger/': (talk, { exchange_id: exchange }) => {
      if (exchange === 'kundeservice') talk.requested = true
      return { body: {} }
    },
    'POST takeover_cancel/': talk => {
      talk.requested = talk.takenOver = false
      return { body: {} }
    },
    'GET privacy/export/': talk => ({ type: 'application/json', headers: { 'content-disposition': 'attachment; filename="chat.json"' }, body: JSON.stringify(talk.messages) }),
    'DELETE privacy/delete/': talk => {
      if (!forgetful) talk.deleted = true
      return { body: {} }
    },
    'PATCH user_left/': talk => {
      talk.left = true
      return { body: {} }
    },
    'POST feedback': (talk, { feedback }) => {
      if (!feedback?.feedback_type) return { status: 400, body: {} }
      talk.feedback.push(feedback)
      return { body: {} }
    },
    'PATCH feedback': (talk, { freeform_text: text }) => {
      talk.feedback.push(text)
      return { body: {} }
    }
  }

  function button (type, label, value) {
    return { button_type: type, label: server.issue(label), ...(value && { value: server.issue(value) }), language_code: 'da', is_active: true }
  }

  function now () {
    clock += 1000
    return server.issue(new Date(clock).toISOString())
  }

  function say (talk, sender, message, more = {}) {
    const said = { id: server.issue(`m-${++count}`), created: now(), message, from_bot: sender === 'BOT', sender, chat_id: 'c1', chat_language_code: talk.language, buttons: [], attachments: [], ...more }
    talk.messages.push(said)
    return said
  }

  const last = () => [...talks.values()].at(-1)
  return {
    ...server,
    address: server.url,
    talk: last,
    agentJoins () {
      Object.assign(last(), { takenOver: true, requested: false })
      say(last(), 'SYSTEM', 'Maja er her nu.')
    },
    botSays (words) { return say(last(), 'BOT', words) },
    agentSays (words) { return say(last(), 'AGENT', words) },
    agentLeaves () { last().takenOver = false },
    /** Every later call gives 403, as when a session has run out. */
    refuses () { last().refused = true }
  }
}
