// A server that speaks the contract of www/adapters/HTTP.md.
import { longId, parts, startServer } from './server.js'

export async function startHttp () {
  const talks = new Map()
  let count = 0
  const server = await startServer(({ method, path, query, headers, text, body }) => {
    const call = `${method} ${path}`
    if (call === 'POST /chat/talks') return begin(body)
    const talk = talks.get(headers['slor-talk'])
    if (!talk || (talk.over && !call.endsWith('/talk'))) return { status: 404, body: {} }
    return calls[call]?.(talk, body, query, text) ?? { status: 405, body: {} }
  })

  function begin ({ language }) {
    const talk = { id: server.issue(longId()), language, messages: [], speaker: 'bot', feedback: [], form: undefined, metadata: undefined }
    talks.set(talk.id, talk)
    return { status: 201, body: { talk: talk.id, ...news(talk, [say(talk, 'bot', 'Hej')]) } }
  }

  const calls = {
    'POST /chat/messages': (talk, { text }) => {
      if (typeof text !== 'string') return { status: 400, body: {} }
      const own = say(talk, 'citizen', text)
      if (talk.speaker !== 'bot') return { body: { state: state(talk), messages: [own] } }
      return { body: { state: state(talk), messages: [own, say(talk, 'bot', 'Hver fjerde uge.', [{ id: server.issue('l-1'), label: 'Mere', kind: 'reply' }, { id: server.issue('l-2'), label: 'Side', kind: 'open', url: 'https://kommune.example/' }])] } }
    },
    'GET /chat/messages': (talk, body, query) => ({ body: news(talk, talk.messages.filter(it => it.at > Number(query.get('after') ?? 0))) }),
    'POST /chat/choices': (talk, { link }) => server.issued.has(link) ? { body: { messages: [say(talk, 'bot', 'Mere om det.')] } } : { status: 400, body: {} },
    'POST /chat/human': (talk, { form }) => {
      Object.assign(talk, { speaker: 'queue', form })
      return { body: { state: state(talk), messages: [] } }
    },
    'DELETE /chat/human': talk => {
      talk.speaker = 'bot'
      return { body: { state: state(talk) } }
    },
    'POST /chat/feedback': (talk, feedback) => {
      talk.feedback.push(feedback)
      return { status: 204, body: '' }
    },
    'GET /chat/transcript': talk => ({ type: 'text/plain', body: talk.messages.map(it => `${it.from}: ${it.text}`).join('\n') }),
    'POST /chat/files': (talk, body, query, text) => {
      files.push(parts(text))
      return { body: { state: state(talk), messages: [say(talk, 'bot', 'Tak for filen.')] } }
    },
    'DELETE /chat/talk': (talk, body) => {
      if (body) left.push(body)
      talks.delete(talk.id)
      return { body: {} }
    },
    'POST /chat/end': (talk, { metadata }) => {
      ended.push({ metadata })
      talk.over = true
      return { body: {} }
    }
  }

  function news (talk, messages) {
    return { cursor: server.issue(String(talk.messages.length)), state: state(talk), messages }
  }

  function state ({ speaker }) {
    return { speaker, poll: speaker !== 'bot', human: true, delete: true, download: true, files: true, topic: 'Barselsdagpenge', max_length: 500 }
  }

  function say (talk, from, text, links = []) {
    const said = { id: server.issue(`m-${++count}`), from, text, language: talk.language, time: '2026-03-02T08:00:00Z', links, at: talk.messages.length + 1 }
    talk.messages.push(said)
    return said
  }

  const ended = []
  const left = []
  const files = []
  const last = () => [...talks.values()].at(-1)
  return {
    ...server,
    address: `${server.url}/chat`,
    ended,
    /** What came with deletions. */
    left,
    files,
    talk: last,
    agentJoins () { last().speaker = 'agent' },
    agentSays (words) { return say(last(), 'agent', words) },
    agentLeaves () { last().speaker = 'bot' },
    forgets () { talks.clear() }
  }
}
