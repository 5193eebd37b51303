// A server that speaks boost.ai's Chat API v2 as far as its public clients show it, quirks included.
import { longId, parts, startServer } from './server.js'

export const HUMAN_ACTION = 77

const FIELDS = {
  START: ['language', 'context_intent_id', 'trigger_action', 'auth_trigger_action', 'user_token', 'skill', 'clean', 'client_timezone', 'custom_payload', 'preferred_client_languages', 'skip_welcome_message'],
  POST: ['type', 'value', 'id', 'message', 'clean', 'context_intent_id', 'skill', 'client_timezone', 'custom_payload'],
  RESUME: ['language', 'clean', 'skill', 'skip_welcome_message', 'custom_payload'],
  POLL: ['value', 'clean'],
  POLLSTOP: [],
  TYPING: [],
  DELETE: [],
  DOWNLOAD: [],
  STOP: [],
  FEEDBACK: ['value']
}

/** @param {{ consent?: boolean, deletes?: boolean, overwrites?: boolean }} [options] `overwrites`: a deleted talk stays, without its texts */
export async function startBoost ({ consent = false, deletes = true, overwrites = false } = {}) {
  const talks = new Map()
  const uploads = []
  let count = 0
  const server = await startServer(({ method, path, headers, text, body }) => {
    if (path === '/upload') return upload(headers, text)
    if (method !== 'POST') return error(405, 'Method not allowed')
    if (!headers['content-type']?.startsWith('application/json')) return error(415, 'JSON expected')
    const { command, conversation_id: id, filter_values: filter, ...fields } = body ?? {}
    if (!FIELDS[command]) return error(400, 'Unknown command')
    const stray = Object.keys(fields).find(it => !FIELDS[command].includes(it))
    if (stray) return error(400, `Unknown field ${stray}`)
    if (command === 'START') return { body: begin(fields) }
    const talk = talks.get(id)
    if (!talk || talk.deleted) return error(404, 'session ended')
    return run(talk, command, fields)
  })

  // Another server in truth.
  function upload (headers, text) {
    if (!headers['content-type']?.startsWith('multipart/form-data')) return error(415, 'Files expected')
    const sent = parts(text)
    uploads.push(sent)
    return { body: { files: sent.filter(it => it[0] === 'files').map(([, filename]) => ({ filename, mimeType: 'image/png', url: server.issue(`https://files.example/${longId()}`) })) } }
  }

  function begin ({ language, clean }) {
    const id = server.issue(longId())
    const talk = { id, language, responses: [], speaker: 'virtual_agent', blocked: consent, typing: false, stopped: false, payloads: [], feedback: [], files: [] }
    talks.set(id, talk)
    const elements = [text('Hej, hvad vil du vide?', clean)]
    if (consent) elements.push(links(['Ja, det er i orden', { function: 'APPROVE' }], ['Nej', { function: 'DENY' }]))
    return { ...standing(talk), response: say(talk, 'bot', elements) }
  }

  function run (talk, command, fields) {
    if (fields.custom_payload) talk.payloads.push(fields.custom_payload)
    switch (command) {
      case 'POST': return post(talk, fields)
      case 'RESUME': return { body: { ...standing(talk), responses: talk.responses } }
      case 'POLL': return poll(talk, fields.value)
      case 'POLLSTOP':
        talk.speaker = 'virtual_agent'
        return { body: { ...standing(talk), response: say(talk, 'bot', [text('Du taler med mig igen.')]) } }
      case 'TYPING': return { body: standing(talk) }
      case 'DELETE':
        if (!deletes) return error(403, 'Not allowed')
        if (overwrites) talk.responses.filter(it => it.source === 'client').forEach(it => { it.elements = [text('*****')] })
        else talk.deleted = true
        return { body: standing(talk) }
      case 'DOWNLOAD': return { type: 'text/plain', body: talk.responses.flatMap(it => it.elements.map(element => `${it.source}: ${element.payload.text ?? ''}`)).join('\n') }
      case 'STOP':
        talk.stopped = talk.blocked = true
        return { body: standing(talk) }
      case 'FEEDBACK':
        if (![0, 1].includes(fields.value?.rating)) return error(400, 'rating expected')
        talk.feedback.push(fields.value)
        return { body: {} }
    }
  }

  function post (talk, { type, value, id, clean }) {
    if (talk.stopped) return error(400, 'session ended')
    if (type === 'text') {
      if (talk.blocked || typeof value !== 'string') return error(400, 'Input is blocked')
      const posted = say(talk, 'client', [text(value, true)])
      if (talk.speaker !== 'virtual_agent') return { body: { ...standing(talk), posted_id: posted.id } }
      const answer = say(talk, 'bot', [text('Papir hentes hver fjerde uge.', clean), links(['Tal med et menneske', {}], ['Læs mere', { type: 'external_link', url: 'https://kommune.example/affald' }])])
      return { body: { ...standing(talk), posted_id: posted.id, response: answer } }
    }
    if (type === 'files') {
      if (talk.speaker !== 'assigned_to_human' || !value.every(it => server.issued.has(it.url))) return error(400, 'No files now')
      talk.files.push(...value)
      return { body: { ...standing(talk), posted_id: say(talk, 'client', [text(value[0].filename)]).id } }
    }
    if (type === 'trigger_action' && id === HUMAN_ACTION) return queue(talk)
    if (type !== 'action_link' || !server.issued.has(id)) return error(400, 'Unknown action')
    const link = talk.responses.flatMap(it => it.elements).flatMap(it => it.payload.links ?? []).find(it => it.id === id)
    if (!link.function) return queue(talk)
    talk.blocked = link.function === 'DENY'
    return { body: { ...standing(talk), response: say(talk, 'bot', [text(talk.blocked ? 'Så kan vi ikke tale sammen.' : 'Tak. Hvad vil du vide?')]) } }
  }

  function queue (talk) {
    talk.speaker = 'in_human_chat_queue'
    return { body: { ...standing(talk), response: say(talk, 'bot', [text('Vent venligst.')]) } }
  }

  // At most 100, oldest first.
  function poll (talk, value) {
    if (value === undefined) return error(400, 'value expected')
    return { body: { ...standing(talk), responses: talk.responses.filter(it => Number(it.id) > Number(value)).slice(0, 100) } }
  }

  function standing (talk) {
    return {
      conversation: {
        id: talk.id,
        reference: 'r1',
        state: {
          chat_status: talk.speaker,
          poll: talk.speaker !== 'virtual_agent',
          is_blocked: talk.blocked,
          human_is_typing: talk.typing,
          allow_delete_conversation: deletes,
          allow_human_chat_file_upload: true,
          max_input_chars: 110,
          privacy_policy_url: 'https://kommune.example/privatliv'
        }
      }
    }
  }

  // Ids are now numbers, now strings; times have no zone, or have one.
  function say (talk, source, elements) {
    const id = ++count
    const time = `2026-03-02T08:00:${String(count % 60).padStart(2, '0')}.000001${count % 3 ? '' : '+00:00'}`
    const response = { id: server.issue(id % 2 ? String(id) : id), source, language: talk.language, date_created: time, elements }
    talk.responses.push(response)
    return response
  }

  function links (...given) {
    return { type: 'links', payload: { links: given.map(([text, more]) => ({ id: server.issue(String(1000 + ++count)), type: 'action_link', text, ...more })) } }
  }

  const last = () => [...talks.values()].at(-1)
  return {
    ...server,
    address: `${server.url}/api/chat/v2`,
    upload: `${server.url}/upload`,
    uploads,
    talk: last,
    agentJoins () { last().speaker = 'assigned_to_human' },
    agentTypes (typing) { last().typing = typing },
    agentSays (words) { return say(last(), 'bot', [text(words)]) },
    agentLeaves () { last().speaker = 'virtual_agent' },
    /** An answer with parts that no client knows, or with these. */
    saysStrangely (...parts) { return say(last(), 'bot', parts.length ? parts : [{ type: 'hologram', payload: {} }, { type: 'html', payload: { html: '<p onclick="x()">Se &lt;her&gt;</p><script>x()</script>' } }]) },
    forgets () { last().deleted = true }
  }
}

function text (words, clean = true) {
  return clean ? { type: 'text', payload: { text: words } } : { type: 'html', payload: { html: `<p>${words}</p>` } }
}

function error (status, reason) {
  return { status, body: { error: reason } }
}
