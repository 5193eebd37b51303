import type { SlorError } from './index.js'

export { SlorError }

/** A language of notices and records, whatever the policy speaks; the policy's own words come in a language that it has. */
export type Language = 'da' | 'sv' | 'nb' | 'nn' | 'fi' | 'en'

/** A text and its language. */
export interface Passage {
  readonly text: string
  readonly language: Language
}

/** A paragraph or a link (one passage), a list (one an item) or a heading within a section. */
export interface Block {
  readonly kind: 'paragraph' | 'list' | 'link' | 'heading'
  readonly passages: readonly Passage[]
  /** Where a link leads. */
  readonly url?: string
}

/** A section; none is empty. */
export interface Section {
  /** The same in every language, such as `masking`, `deletion`, `metadata` or `storage`. */
  readonly id: string
  readonly heading: string
  readonly blocks: readonly Block[]
}

/** A privacy notice or a record of processing. */
export interface Notice {
  /** The language of the headings. */
  readonly language: Language
  readonly title: Passage
  readonly sections: readonly Section[]
}

export type Format = 'markdown' | 'text' | 'html'

export interface WordsOptions {
  /** The folder of the module and its strings, ending in `/`, if it is not `pkg/` beside this one. */
  base?: string | URL
  /** Milliseconds until it fails; 10,000 if not given. */
  timeout?: number
}

/** A policy as `load` takes it: its JSON text, the address of its file, or the parsed object. */
export type PolicyLike = string | URL | object

/**
 * The privacy notice that follows from a policy. Rejects with a `SlorError`: `policy` if the policy has mistakes (the
 * message lists them), `engine` or `pack` if a file is missing or not as it was built, `usage` for an unknown language.
 */
export function noticeSections(policy: PolicyLike, language: Language, options?: WordsOptions): Promise<Notice>

/** The record of processing activities (article 30) that follows from a policy. */
export function recordSections(policy: PolicyLike, language: Language, options?: WordsOptions): Promise<Notice>

/** The notice as one text, as `slor notice` prints it. */
export function noticeText(policy: PolicyLike, language: Language, format: Format, options?: WordsOptions): Promise<string>

/** The record as one text, as `slor record` prints it. */
export function recordText(policy: PolicyLike, language: Language, format: Format, options?: WordsOptions): Promise<string>

/**
 * The notice as nodes: a heading, and a `<section data-section="…">` for each section, with `lang` on every text.
 * `heading` is the level of the title (2 if not given); the sections' are one below, headings within them two.
 */
export function noticeNodes(
  notice: Notice, options?: { heading?: 1 | 2 | 3 | 4, document?: Document }
): DocumentFragment

/** Something in a policy file that is wrong, or that its author should look at. */
export interface Problem {
  /** From 1. */
  readonly line: number
  /** From 1, in code points. */
  readonly column: number
  /** The keys that lead to it, such as `categories.health.action`; empty for the file as a whole. */
  readonly key: string
  /** In English, as `slor check` says it. */
  readonly message: string
}

/** All that `slor check` says of the text of a policy file. Where there are errors, nothing is warned of. */
export function checkPolicy(
  text: string, options?: WordsOptions
): Promise<{ readonly errors: readonly Problem[], readonly warnings: readonly Problem[] }>

/** What a policy decides about a category for one use. */
export interface View {
  /** `undefined` for the strictest view over all purposes. */
  readonly purpose?: 'answer' | 'improve' | 'statistics' | 'research' | 'training'
  readonly action: 'redact' | 'keep'
  /** The policy's own reason, in its first language. */
  readonly reason?: string
}

/** What a policy decides about a category. */
export interface Rule {
  readonly category: string
  /** `disclosed`: masked only where the writer or somebody near is meant. */
  readonly scope: 'always' | 'disclosed'
  /** Whether the citizen may have a wrongly masked passage sent as written. */
  readonly givesBack: boolean
  /** The strictest view first, then one for each purpose that the policy names. */
  readonly views: readonly View[]
}

/** What a policy decides about every category. */
export function policyRules(policy: PolicyLike, options?: WordsOptions): Promise<readonly Rule[]>
