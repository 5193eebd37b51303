// What is measured: each makes a function that redacts one message.
import { readFileSync } from 'node:fs'

// The notices' own rule in one line: numbers of six digits and more, over their joiners, and e-mail.
const LINE = /(?:\d[ .,\-/]?){6,}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** @type {Record<string, () => Promise<(text: string) => unknown>>} */
export const peers = {
  async 'slor, wasm in Node' () {
    const { load } = await import('../../www/node.js')
    const redactor = await load({ policy: readFileSync(new URL('../policies/everything.json', import.meta.url), 'utf8') })
    return text => redactor.redact(text)
  },

  async 'redact-pii' () {
    const { default: { SyncRedactor } } = await import('redact-pii')
    const redactor = new SyncRedactor()
    return text => redactor.redact(text)
  },

  async '@arcjet/redact, wasm' () {
    const { redact } = await import('@arcjet/redact')
    return text => redact(text)
  },

  async 'one line of regex' () {
    return text => text.replace(LINE, '[number]')
  }
}
