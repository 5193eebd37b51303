/** What kind of personal data a finding is. */
export type Category =
  | 'national_id' | 'phone' | 'account' | 'number' | 'birthdate' | 'date' | 'email' | 'name' | 'health' | 'gender'
  | 'ethnicity' | 'nationality' | 'sexuality' | 'politics' | 'religion' | 'address' | 'reference'

/** Why the engine believes a finding, weakest first. */
export type Evidence = 'shape' | 'lexicon' | 'context' | 'checksum'

/** What a redacted text is used for. */
export type Purpose = 'answer' | 'improve' | 'statistics' | 'research' | 'training'

/** What a redacted text may be used for; a policy can treat each differently. */
export const PURPOSES: readonly Purpose[]

/** One piece of personal data: where it is and what it is, never its text. */
export interface Finding {
  readonly category: Category
  /** The row, lexicon, frame or policy entry that found it, such as `dk.cpr`. */
  readonly recognizer: string
  readonly evidence: Evidence
  /** Whether it is said of the writer or somebody near. */
  readonly disclosed: boolean
  /** In UTF-16 code units of the original, as `slice` counts them. */
  readonly start: number
  readonly end: number
}

/** One rule that recognised a part of a text, whether or not the policy acts on it. */
export interface Explanation extends Finding {
  /** The line of the lexicon or frames file, such as `da/health.txt: kræft`; empty for rows. */
  readonly line: string
  readonly masked: boolean
  /** Why it is masked or kept, in one sentence of English. */
  readonly reason: string
}

/** Where bytes are (an address), or the bytes. */
export type Source = string | URL | ArrayBuffer | Uint8Array

export interface LoadOptions {
  /** The policy: its JSON text, the address of its file, or the parsed object. */
  policy: string | URL | object
  /** Language packs by name (`terms-da`) that stand elsewhere or are at hand already. Files are checked against the hashes of this package; bytes are taken as they are. */
  packs?: Record<string, Source>
  /** The engine, if it stands elsewhere or is at hand already, also compiled. */
  wasm?: Source | WebAssembly.Module
  /** The folder of the engine and the packs, ending in `/`, if it is not `pkg/` beside this module. */
  base?: string | URL
  /** Milliseconds until loading fails; 10,000 if not given. */
  timeout?: number
}

export interface RedactOptions {
  /** Without a purpose, the strictest view is given. */
  purpose?: Purpose
}

export interface TalkOptions {
  /** What the citizen reads, and the placeholders are written in; if not given, the policy's first language. */
  language?: 'da' | 'sv' | 'nb' | 'nn' | 'fi' | 'en'
}

export interface MessageOptions extends RedactOptions {
  /**
   * What the citizen wants sent as written, by its place among the findings of a preview without `giveBack`.
   * It only holds for categories that the policy gives back.
   */
  giveBack?: number[]
}

export interface RecordOptions {
  /** When the talk began, in milliseconds since 1970. */
  began: number
  /** What the talk was about, if the platform says so. */
  topic?: string
}

/** What is recorded of a talk beside its text: only fields that the policy lists. */
export interface MetadataRecord {
  readonly time?: string
  readonly device?: string
  readonly browser?: string
  readonly page?: RedactedText
  readonly topic?: RedactedText
}

/**
 * Why nothing can be redacted, and so nothing sent. Carries no word of what the citizen wrote.
 *
 * | code | what failed |
 * |---|---|
 * | `policy` | the policy is missing or wrong; the message lists its mistakes, or says where it is no JSON |
 * | `engine` | the wasm file is missing or not the one that this package was built with, or the browser has no WebAssembly |
 * | `pack` | a language pack is missing or not the one that this package was built with |
 * | `csp` | the page's content security policy lacks `'wasm-unsafe-eval'` |
 * | `timeout` | loading took too long |
 * | `selftest` | the engine did not mask a known number |
 * | `stopped` | the engine broke while running; only a reload helps |
 * | `unread` | the message is in a script that the engine doesn't read, and the policy says to refuse |
 * | `usage` | a call with the wrong arguments |
 */
export class SlorError extends Error {
  readonly code: 'policy' | 'engine' | 'pack' | 'csp' | 'timeout' | 'selftest' | 'stopped' | 'unread' | 'usage'
}

/** A text that the engine has redacted: the only thing that may be sent. */
export class RedactedText {
  private constructor()
  // Without this any object of the same shape would do, such as a preview.
  #text: string
  /** Whether `value` was made by a redactor of this module. */
  static is(value: unknown): value is RedactedText
  readonly findings: readonly Finding[]
  /** Whether the message is mostly in a script that the engine doesn't read. */
  readonly unread: boolean
  toString(): string
  /** The text, so that `JSON.stringify({ text })` sends that and not the findings. */
  toJSON(): string
}

/** What a message would become. Not a `RedactedText`, so it can't be sent. */
export interface Preview {
  readonly text: string
  readonly findings: readonly Finding[]
  readonly unread: boolean
}

/** One talk: it joins numbers that are split over messages and numbers equal values alike. */
export interface Conversation {
  /** What `add` would give; changes nothing. */
  preview(text: string, options?: MessageOptions): Preview
  /** Redacts the citizen's next message. Throws a `SlorError` if it can't; then nothing may be sent. */
  add(text: string, options?: MessageOptions): RedactedText
  /** Overwrites and forgets all that was said. */
  clear(): void
}

/**
 * A talk as it may be kept and downloaded: redacted for each purpose of the policy, whoever speaks. The view of a purpose shows
 * what the citizen sent for it as it was sent, with what was given back.
 */
export interface Transcript {
  /** Keeps what was said at this time (milliseconds since 1970; now if not given). The citizen's words must be redacted already. */
  add(speaker: 'citizen', text: RedactedText, time?: number): void
  add(speaker: 'bot' | 'agent', text: string, time?: number): void
  /** The talk for people; `names` are those of citizen, bot and agent. */
  text(options?: RedactOptions & { names?: string[] }): string
  /** The talk for machines. */
  json(options?: RedactOptions): string
  /** The UTC day from which on the talk may no longer be stored; `undefined` if that is when the citizen asks, or if nobody spoke. */
  expires(): string | undefined
  /** Overwrites and forgets all that was said. */
  clear(): void
}

/** A policy made ready to run. */
export interface Redactor {
  /** Redacts one message by itself. Throws a `SlorError` if it can't; then nothing may be sent. */
  redact(text: string, options?: RedactOptions): RedactedText
  /**
   * Redacts what was written into a field of the policy's form before the queue: only the category that the field names stays.
   * Throws a `SlorError` if it can't; then nothing may be sent.
   */
  redactField(id: string, text: string, options?: TalkOptions): RedactedText
  /** Every rule that recognised something in the text, in its order, and what the policy does with it. For those who write policies; nothing to send. */
  explain(text: string, options?: RedactOptions): Explanation[]
  /** Begins a talk. */
  conversation(options?: TalkOptions): Conversation
  /** Begins the copy of a talk that is kept or downloaded. */
  transcript(): Transcript
  /** In a browser: the record of a talk that ended by itself, or `null` if nothing is recorded. */
  metadata(options: RecordOptions): MetadataRecord | null
  /** In a browser: what may remain of a talk that the citizen deleted, or `null` if nothing may. */
  metadataAfterDeletion(options: RecordOptions): MetadataRecord | null
}

/** Makes a policy ready to run. Rejects with a `SlorError` if anything is missing or not as it was built. */
export function load(options: LoadOptions): Promise<Redactor>
