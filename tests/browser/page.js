// What the tests ask of the package inside a browser. Answers stay plain, since they cross to the test by JSON.
import { load, RedactedText } from '../../index.js'
import { noticeNodes } from '../../notice.js'
import { differences } from '../marked.js'

const SECRET = '010190-1234'

/** Loads, redacts, and says what came of it. */
async function attempt (options) {
  try {
    const text = (await load(options)).redact(`Mit CPR er ${SECRET} 😀`)
    return { redacted: RedactedText.is(text), leaks: String(text).includes(SECRET), code: null }
  } catch (error) {
    return { redacted: false, leaks: `${error} ${error.stack}`.includes(SECRET), code: error.code ?? String(error) }
  }
}

/** The marked lines of a file that don't come back as written. */
async function cases (name) {
  const [redactor, file] = await Promise.all([
    load({ policy: '/tests/policies/everything.json' }),
    fetch(`/tests/cases/${name}`).then(response => response.text())
  ])
  return differences(redactor, file)
}

/** What the engine makes of a message under a policy of the demo. */
async function redact (id, text) {
  const redactor = await load({ policy: `/policies/${id}.json` })
  return String(redactor.conversation().add(text))
}

/** Where a link in a notice leads. */
async function leads (url) {
  const notice = { language: 'da', title: { text: '', language: 'da' }, sections: [{ id: 'x', heading: '', blocks: [{ kind: 'link', passages: [{ text: 'her', language: 'da' }], url }] }] }
  const link = noticeNodes(notice).querySelector('a')
  return [link.textContent, link.getAttribute('href')]
}

const questions = { attempt, cases, redact, leads }

// Asked and fetched in two steps: WebDriver and Playwright wait for promises in different ways.
window.ask = (name, ...args) => {
  window.answer = null
  questions[name](...args).then(value => { window.answer = { value } }, error => { window.answer = { error: String(error) } })
}
