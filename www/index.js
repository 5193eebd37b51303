import { loadWith } from './load.js'
import { page } from './page.js'

export { SlorError } from './errors.js'
export { PURPOSES, RedactedText } from './redactor.js'
// Others import these further down; named here, they are asked for a round trip sooner.
export {} from './files.js'
export {} from './pkg/manifest.js'
export {} from './pkg/slor.js'

/**
 * Makes a policy ready to run. Rejects if anything is missing or not as it was built.
 *
 * @param {import('./index.d.ts').LoadOptions} options
 */
export function load (options) {
  return loadWith(options, page)
}
