import { SlorError } from './errors.js'
import { asError, compile, pack, policyText, refuseWithoutWasm, within } from './files.js'
import { files } from './pkg/manifest.js'
import { makeRedactor, packsNeeded, startEngine } from './redactor.js'

/** @typedef {import('./index.d.ts').LoadOptions} LoadOptions */

/**
 * @param {LoadOptions} options
 * @param {import('./files.js').Platform} platform
 */
export function loadWith (options, platform) {
  return within(options?.timeout ?? 10_000, 'the redaction engine', { ...platform, files }, from => build(options, from))
}

/**
 * @param {LoadOptions} options
 * @param {import('./files.js').From} from
 */
async function build (options, from) {
  if (!options?.policy) throw new SlorError('usage', 'load({ policy }) needs a policy')
  refuseWithoutWasm()
  const engine = () => compile('slor_bg.wasm', options.wasm, options, from)
  const [policy] = await Promise.all([
    policyText(options.policy, from),
    startEngine(engine).catch(error => { throw asError('engine', 'the redaction engine', error) })
  ])
  const packs = await Promise.all(packsNeeded(policy).map(name => pack(name, options, from)))
  return makeRedactor(policy, packs)
}
