// The engine, beside the page: ten thousand messages don't freeze it, and ending the worker gives all memory back.
import { load } from '../index.js'

const PART = 200

/** The policy, and the same policy with everything recognised masked: what only the latter masks is kept. */
let talks
let newest = 0

globalThis.addEventListener('message', async ({ data }) => {
  newest = data.id
  try {
    if (data.policy === undefined) await run(data)
    else await start(data.policy)
    if (isNewest(data.id)) globalThis.postMessage({ id: data.id, done: true })
  } catch (/** @type {any} */ error) {
    // A SlorError never holds what was typed; of anything else only the kind is told.
    globalThis.postMessage({ id: data.id, failed: error.name === 'SlorError' ? error.message : error.name })
  }
})

async function start (policy) {
  const redactors = await Promise.all([policy, everything(policy)].map(it => load({ policy: it })))
  talks = redactors.map(it => it.conversation())
}

function everything (text) {
  const policy = JSON.parse(text)
  const purposes = Object.entries(policy.purposes).map(([name, { description }]) => [name, { description }])
  return { ...policy, categories: {}, purposes: Object.fromEntries(purposes), exceptions: [], unread: 'warn' }
}

async function run ({ id, messages, purpose }) {
  for (let from = 0; from < messages.length && isNewest(id); from += PART) {
    const results = messages.slice(from, from + PART).map(it => look(it, purpose))
    globalThis.postMessage({ id, results })
    // Lets a newer question in.
    await new Promise(resolve => setTimeout(resolve))
  }
}

function isNewest (id) {
  return newest === id
}

function look (text, purpose) {
  const [redacted, all] = talks.map(it => it.preview(text, { purpose }))
  const kept = all.findings.filter(it => !redacted.findings.some(other => other.start < it.end && it.start < other.end))
  return { ...redacted, kept }
}
