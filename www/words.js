// The words of a policy: a module of its own, which is loaded the first time that somebody asks.
import { files } from './pkg/words-manifest.js'
import init, { checkPolicy, noticeOf, recordOf, rulesOf, textOf } from './pkg/slor_words.js'
import { SlorError } from './errors.js'
import { asError, compile, pack, policyText, refuseWithoutWasm, within } from './files.js'

/** @typedef {import('./notice.d.ts').WordsOptions} WordsOptions */

const LANGUAGES = ['da', 'sv', 'nb', 'nn', 'fi', 'en']
const FORMATS = ['markdown', 'text', 'html']

/** @type {Promise<unknown> | undefined} */
let starting
let stopped = false

/**
 * What `slor/notice` offers, in a page or in Node.
 *
 * @param {import('./files.js').Platform} platform
 * @returns {Omit<typeof import('./notice.d.ts'), 'noticeNodes' | 'SlorError'>}
 */
export function wordsOn (platform) {
  /** Runs what `prepare` gives, once it and the module are there. */
  const ask = (options = {}, prepare) => within(options.timeout ?? 10_000, 'the module that writes notices', { ...platform, files }, async from => {
    refuseWithoutWasm()
    const [run] = await Promise.all([prepare(from), start(options, from)])
    return guarded(run)
  })
  const write = (policy, language, options, run) => ask(options, async from => {
    known('language', language, LANGUAGES)
    const [text, strings] = await Promise.all([given(policy, from), pack(`notice-${language}`, options ?? {}, from)])
    return () => run(text, strings)
  })
  const print = (document, policy, language, format, options) => write(policy, language, options, (text, strings) => {
    known('format', format, FORMATS)
    return textOf(text, strings, document, format)
  })
  return {
    noticeSections: (policy, language, options) => write(policy, language, options, noticeOf),
    recordSections: (policy, language, options) => write(policy, language, options, recordOf),
    noticeText: (policy, language, format, options) => print('notice', policy, language, format, options),
    recordText: (policy, language, format, options) => print('record', policy, language, format, options),
    checkPolicy: (text, options) => ask(options, async () => {
      if (typeof text !== 'string') throw new SlorError('usage', 'checkPolicy(text) needs the text of a policy file')
      return () => checkPolicy(text)
    }),
    policyRules: (policy, options) => ask(options, async from => {
      const text = await given(policy, from)
      return () => rulesOf(text)
    })
  }
}

function known (what, value, all) {
  if (!all.includes(value)) throw new SlorError('usage', `the ${what} must be one of ${all.join(', ')}`)
}

async function given (policy, from) {
  if (!policy) throw new SlorError('usage', 'a policy is needed')
  return policyText(policy, from)
}

/**
 * Starts the module, once a page.
 *
 * @param {WordsOptions} options
 * @param {import('./files.js').From} from
 */
async function start (options, from) {
  starting ??= compile('slor_words_bg.wasm', undefined, options, from).then(module => init({ module_or_path: module }))
  const mine = starting
  try {
    await mine
  } catch (error) {
    // The next call may try again.
    if (starting === mine) starting = undefined
    throw asError('engine', 'the module that writes notices', error)
  }
}

/**
 * A mistake in a policy comes with its reason; after a trap the module's memory is in an unknown state.
 *
 * @template T
 * @param {() => T} run
 * @returns {T}
 */
function guarded (run) {
  if (!stopped) {
    try {
      return run()
    } catch (error) {
      if (error instanceof SlorError) throw error
      if (error instanceof Error && error.constructor === Error) throw new SlorError('policy', error.message)
      stopped = true
    }
  }
  throw new SlorError('stopped', 'the module that writes notices has stopped; reload the page')
}
