// Written by hand: what the adapters promise, apart from how they do it.
import type { RedactedText } from '../index.js'

/**
 * Why a talk can't go on as asked. Carries no word of the citizen, and none of the server.
 *
 * | code | what failed |
 * |---|---|
 * | `refused` | something that is neither redacted nor known was to be sent; nothing was |
 * | `timeout` | the server didn't answer in time; whether it got the message is unknown, and it isn't sent again |
 * | `network` | the server couldn't be reached |
 * | `status` | the server answered with an error; `status` says which |
 * | `answer` | the server answered with something that isn't of the protocol |
 * | `blocked` | the talk takes no messages now: consent is missing, or it was stopped |
 * | `closed` | the talk is over, or has not begun |
 * | `unavailable` | the policy or the platform doesn't offer this |
 * | `files` | the policy or the platform takes no files, or not this one |
 * | `usage` | a call with the wrong arguments |
 */
export class ChatError extends Error {
  readonly code: 'refused' | 'timeout' | 'network' | 'status' | 'answer' | 'blocked' | 'closed' | 'unavailable' | 'files' | 'usage'
  readonly status?: number
  readonly reason?: string
}

export interface ChatOptions {
  /** The policy as data, the same that the engine was loaded with: its languages, metadata fields and form are the gate's list. */
  policy: any
  /** The language of the talk, one of the policy's; its first if not given. */
  language?: string
  /** Milliseconds until a request fails; 15,000 if not given. */
  timeout?: number
}

export interface ServerOptions extends ChatOptions {
  /** Where the platform listens; https, except on this machine. */
  address: string | URL
}

export interface BoostOptions extends ServerOptions {
  /** The language as the platform was set up with it, such as `nb-NO`. */
  locale?: string
  /** Where files go, if the policy allows any. Without it none are sent. */
  upload?: string | URL
  /** The platform's action that puts the citizen in the queue. */
  humanAction?: number | string
  /** Milliseconds between polls; 2500 if not given. */
  pace?: number
}

export interface KindlyOptions extends ServerOptions {
  /** The bot's public key. */
  botKey: string
  /** The dialogue that puts the citizen in the queue, for when no button does. */
  humanExchange?: string
  /** Milliseconds between polls: after a message, one after the other, of which the sixth is the first for a late answer; with a person; in the queue. */
  paces?: { reply?: number[], agent?: number, queue?: number }
}

export interface HttpOptions extends ServerOptions {
  /** Milliseconds between polls; 3000 if not given. */
  pace?: number
}

export interface DemoOptions extends ChatOptions {
  /** Milliseconds in the queue. */
  pace?: number
}

/** How a talk stands. */
export interface ChatState {
  readonly phase: 'closed' | 'open' | 'ending'
  /** Who answers: the bot, nobody yet, or a person. */
  readonly speaker: 'bot' | 'queue' | 'agent'
  /** Whether messages are refused for now, as before consent. */
  readonly blocked: boolean
  /** Whether the person types, or an answer of the bot's is on its way. What the citizen types is never told. */
  readonly typing: boolean
  /** Whether both the policy and the platform offer it; also after the end, until `close` or another talk. */
  readonly canDelete: boolean
  readonly canDownload: boolean
  readonly canAskHuman: boolean
  readonly canSendFiles: boolean
  /** Whether the server answers; a single slow answer doesn't make it false. */
  readonly reachable: boolean
  /** Whether an answer of the bot's should have come by now. It's still asked for. */
  readonly late: boolean
  /** What the talk is about in the platform's words, if it says so; to be redacted before it goes anywhere. */
  readonly topic?: string
  readonly maxLength?: number
  readonly privacyUrl?: string
}

/**
 * A button that a message brings. `open`: the page opens `url`, and the server isn't told. `delete` and `download`: as in
 * the menu. The others: `chooseLink(id)`.
 */
export interface ChatLink {
  readonly id: string
  readonly label: string
  readonly kind: 'reply' | 'open' | 'agree' | 'decline' | 'human' | 'delete' | 'download'
  readonly url?: string
}

/** What a server said: to be shown as text, and redacted before it's stored. */
export interface ChatMessage {
  readonly id: string
  /** `citizen` only in the history that `resume` brings. */
  readonly from: 'bot' | 'agent' | 'system' | 'citizen'
  readonly text: string
  readonly language: string
  /** ISO 8601 in UTC, if the server gave a time. */
  readonly time?: string
  readonly history: boolean
  /** Whether the platform says that a language model wrote it. */
  readonly generated: boolean
  /** Whether it had parts that can't be shown. */
  readonly omitted: boolean
  readonly links: readonly ChatLink[]
}

export interface ChatEvents {
  message: ChatMessage
  state: ChatState
  queue: { readonly waiting: boolean }
  agent: { readonly joined: boolean }
  typing: { readonly active: boolean }
  ended: Record<string, never>
  /** Also what a call rejects with comes as an event. */
  error: { readonly doing: string, readonly code: ChatError['code'], readonly status?: number }
}

/** By the ids of the policy's fields. */
export type Form = Record<string, RedactedText>

/** One talk with a chat platform. Nothing that fails is sent again by itself. */
export class Chat extends EventTarget {
  readonly state: ChatState
  /** What `resume` needs after the page was loaded anew; undefined where the platform can't. */
  readonly token: string | undefined
  start(): Promise<void>
  resume(token: string): Promise<void>
  send(text: RedactedText): Promise<void>
  chooseLink(id: string | number): Promise<void>
  requestHuman(): Promise<void>
  /** Asks for a person, with the form that the policy puts before the queue. */
  submitForm(fields: Form): Promise<void>
  leaveHuman(): Promise<void>
  feedback(feedback: { rating?: 'good' | 'bad', text?: RedactedText }): Promise<void>
  /** Sends a file that the policy allows, where the platform takes some. What is in it goes as it is; Kindly takes none. */
  sendFile(file: Blob, name: RedactedText): Promise<void>
  download(): Promise<{ type: string, text: string }>
  /**
   * Deletes the talk on the server, then asks it whether it's gone. May be called again if it rejects. `metadata` is the
   * record of what the policy leaves of a deleted talk.
   */
  delete(metadata?: Record<string, string | RedactedText>): Promise<{ verified: boolean, recorded: boolean }>
  /**
   * Ends the talk, with the record of the policy's fields: `page` and `topic` in it as `RedactedText`.
   * A page that is `leaving` waits for no answer: all that there is to say goes at once.
   */
  end(metadata?: Record<string, string | RedactedText>, leaving?: boolean): Promise<{ recorded: boolean }>
  /** Nothing more is sent or taken in; the talk can still be ended or deleted. */
  fallSilent(): void
  /** Ends the talk on this side alone. */
  close(): void
  /** Asks for news now. */
  poll(): Promise<void>
  addEventListener<T extends keyof ChatEvents>(type: T, listener: (event: Event & { readonly detail: ChatEvents[T] }) => void, options?: AddEventListenerOptions | boolean): void
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: AddEventListenerOptions | boolean): void
}

export class BoostChat extends Chat { constructor(options: BoostOptions) }
export class KindlyChat extends Chat { constructor(options: KindlyOptions) }
export class HttpChat extends Chat { constructor(options: HttpOptions) }
export class DemoChat extends Chat { constructor(options: DemoOptions) }
