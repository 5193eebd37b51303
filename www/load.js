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
  const early = new Map()
  const begin = name => {
    if (!early.has(name)) early.set(name, pack(name, options, from))
    const bytes = early.get(name)
    // One that nobody needs may fail, and one that is needed is waited for later.
    bytes.catch(() => {})
    return bytes
  }
  const [policy] = await Promise.all([
    policyText(options.policy, from).then(text => {
      likely(text).forEach(begin)
      return text
    }),
    startEngine(engine).catch(error => { throw asError('engine', 'the redaction engine', error) })
  ])
  return makeRedactor(policy, packsNeeded(policy).map(begin))
}

/**
 * The packs that a policy will hardly do without, so that they come beside the engine and not after it. Only the engine knows.
 *
 * @param {string} policy
 */
function likely (policy) {
  try {
    const { reads } = JSON.parse(policy)
    const parts = reads && [...reads, 'shared', 'world', ...(/n[bn]/.test(reads) ? ['no'] : [])]
    const names = Object.keys(files).filter(it => it.endsWith('.bin')).map(it => it.slice(0, -4))
    return names.filter(it => !parts || parts.includes(it.split('-')[1]))
  } catch {
    // What is wrong with it, the engine says.
    return []
  }
}
