/** Why a talk can't go on as asked. Carries no word of the citizen, and none of the server. */
export class ChatError extends Error {
  /**
   * @param {string} code what failed, for programs; index.d.ts lists them
   * @param {string} message what failed, for people who build pages
   * @param {{ status?: number, reason?: string }} [more]
   */
  constructor (code, message, { status, reason } = {}) {
    super(message)
    this.name = 'ChatError'
    this.code = code
    /** The status of the server's answer, if there was one. */
    this.status = status
    /** What the server gave as the reason, if the protocol knows it by name. */
    this.reason = reason
  }
}

export const closed = () => new ChatError('closed', 'the talk is closed')

export const strange = status => new ChatError('answer', 'the server answered with something else than the protocol says', { status })
