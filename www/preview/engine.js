// A policy made ready in a worker of its own.

/** What decides what is masked. Whatever else changes in a policy, the engine stays as it is. */
const MASKING = ['languages', 'reads', 'bot', 'digits', 'categories', 'purposes', 'terms', 'shapes', 'exceptions', 'unread']

// Pages may ask that only named code makes the address of a script; this one makes no other.
const address = new URL('./worker.js', import.meta.url).href
const trusted = globalThis.trustedTypes?.createPolicy('slor-preview', { createScriptURL: () => address })

export class Engine {
  #worker
  #key
  #ready
  #count = 0
  #answers = new Map()

  /**
   * Makes a policy ready. Does nothing if it masks as the one before.
   *
   * @param {string} policy the JSON text of a policy without errors
   */
  use (policy) {
    const file = JSON.parse(policy)
    const key = JSON.stringify(MASKING.map(it => file[it]))
    if (key === this.#key) return this.#ready
    this.stop()
    this.#key = key
    this.#worker = new globalThis.Worker(/** @type {any} */ (trusted?.createScriptURL('') ?? address), { type: 'module' })
    this.#worker.addEventListener('message', ({ data }) => this.#receive(data))
    this.#worker.addEventListener('error', () => {
      for (const { reject } of this.#answers.values()) reject(new Error('the engine could not be started'))
    })
    this.#ready = this.#ask({ policy })
    return this.#ready
  }

  /**
   * What becomes of each message; `undefined` if something newer was asked meanwhile.
   *
   * @param {string[]} messages
   * @param {string | undefined} purpose
   * @param {(results: any[]) => void} part is given the results as they come
   */
  async run (messages, purpose, part) {
    await this.#ready
    return this.#ask({ messages, purpose }, part)
  }

  stop () {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#key = undefined
    for (const { resolve } of this.#answers.values()) resolve(undefined)
    this.#answers.clear()
  }

  /**
   * @param {object} question
   * @param {(results: any[]) => void} [part]
   */
  #ask (question, part) {
    this.#count += 1
    const id = this.#count
    return new Promise((resolve, reject) => {
      this.#answers.set(id, { resolve, reject, part, results: [] })
      this.#worker?.postMessage({ ...question, id })
    })
  }

  #receive ({ id, results, failed, done }) {
    // What was asked before and is not answered will not be.
    for (const [old, { resolve }] of this.#answers) {
      if (old >= id) break
      resolve(undefined)
      this.#answers.delete(old)
    }
    const answer = this.#answers.get(id)
    if (!answer) return
    if (results) {
      answer.results.push(...results)
      answer.part?.(answer.results)
    } else {
      this.#answers.delete(id)
      failed === undefined ? answer.resolve(done && answer.results) : answer.reject(new Error(failed))
    }
  }
}
