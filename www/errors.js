/** Why nothing can be redacted, and so nothing sent. Carries no word of what the citizen wrote. */
export class SlorError extends Error {
  /**
   * @param {string} code what failed, for programs; index.d.ts lists them
   * @param {string} message what failed, for people
   * @param {{ cause?: unknown }} [options]
   */
  constructor (code, message, options) {
    super(message, options)
    this.name = 'SlorError'
    this.code = code
  }
}
