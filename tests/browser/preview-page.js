// The preview in a test: what is asked of the page, and what is done there.
import { readFileSync } from 'node:fs'
import da from '../../www/preview/strings/da.js'
import { until } from './site.js'

export const policyOf = id => readFileSync(new URL(`../../policies/${id}.json`, import.meta.url), 'utf8')

const ready = 'return document.documentElement.dataset.state === "ready"'
export const done = 'return document.querySelector("#results").dataset.state === "done"'
// So that what was done before is not taken for what is asked now.
export const forget = 'document.querySelector("#results").dataset.state = "asked"'
export const text = selector => `return document.querySelector("${selector}").innerText`
export const all = selector => `return [...document.querySelectorAll("${selector}")].map(it => it.innerText)`
export const set = (id, event) => `const it = document.getElementById("${id}"); it.value = arguments[0]; it.dispatchEvent(new Event("${event}"))`
export const drop = `const files = new DataTransfer()
  files.items.add(new File([arguments[2]], arguments[1]))
  document.getElementById(arguments[0]).dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }))`
// The files are looked at here and not left on the disk of whoever runs the tests.
export const catchFiles = `window.saved = []
  const make = URL.createObjectURL
  URL.createObjectURL = blob => { blob.text().then(it => { window.content = it }); return make.call(URL, blob) }
  HTMLAnchorElement.prototype.click = function () { window.saved.push(this.download) }`
// What the page asks before edits are lost, and the answer to it.
const answer = 'window.asked = []; window.confirm = it => { window.asked.push(it); return window.answers }; window.answers = true'

/** Opens the page, in Danish; whether edits may be lost is answered with yes. */
export async function openPreview (browser, site) {
  await browser.open(`${site.url}/preview.html`)
  await until(browser, ready)
  await browser.run(answer)
  await browser.run(set('language', 'change'), 'da')
  await until(browser, `${text('h1')} === arguments[0]`, da.title)
}

/** Writes a policy in place of what is in the editor, and waits until it is checked. */
export async function write (browser, policy) {
  await browser.run(`document.querySelector("#checked").textContent = ""; ${set('policy', 'input')}`, policy)
  await until(browser, `${text('#checked')}.length > 0`)
}
