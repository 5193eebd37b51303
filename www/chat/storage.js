/** Everything that the element ever stores on the citizen's device. The notice and the README are written from this. */
export const STORED = Object.freeze([
  Object.freeze({ key: 'slor-chat', where: 'sessionStorage', purpose: 'talk', life: 'tab' })
])

const [{ key: KEY }] = STORED

/** A talk in `sessionStorage`, masked, where the policy allows it; otherwise nothing is stored, and nothing read. */
export class Keep {
  #allowed
  #policy

  /**
   * @param {boolean} allowed
   * @param {string} policy its id: a talk under another one is none of ours
   */
  constructor (allowed, policy) {
    this.#allowed = allowed
    this.#policy = policy
  }

  /** @returns {{ token: string, began: number, recorded: boolean, turns: any[] } | undefined} */
  read () {
    return this.#reach(storage => {
      const { policy, token, began, recorded, turns } = JSON.parse(storage.getItem(KEY) ?? '{}')
      const fits = policy === this.#policy && typeof token === 'string' && Number.isFinite(began) && Array.isArray(turns)
      return fits ? { token, began, recorded: recorded === true, turns: turns.filter(it => typeof it?.text === 'string') } : undefined
    })
  }

  /** @param {{ token: string | undefined, began: number, recorded: boolean, turns: any[] }} talk */
  write (talk) {
    // Without a way back to the talk there is no use in keeping it.
    if (talk.token !== undefined) this.#reach(storage => storage.setItem(KEY, JSON.stringify({ policy: this.#policy, ...talk })))
  }

  wipe () {
    this.#reach(storage => storage.removeItem(KEY))
  }

  #reach (run) {
    if (!this.#allowed) return undefined
    try {
      return run(globalThis.sessionStorage)
    } catch {
      // It's full or forbidden: the talk lives in memory, then, and what can't be reached holds nothing of ours.
      return undefined
    }
  }
}
