/**
 * `<slor-chat>`: a chat that masks personal data before it sends. Importing this module defines it.
 * README.md lists its attributes, parts and custom properties. A page has one.
 */
export class SlorChat extends HTMLElement {
  readonly state: 'closed' | 'loading' | 'ready' | 'failed'
  /** The policy as an object or as JSON text, if it isn't at the address of the attribute `policy`. Set it before the element is in the page. */
  policy: string | object | undefined
  /** Opens the chat, as its button does. */
  open(): Promise<void>
  /** Closes the chat. The talk goes on. */
  close(): void
}

/** No event carries what somebody wrote. All bubble. */
export interface SlorChatEvents {
  'slor-open': CustomEvent<null>
  'slor-close': CustomEvent<null>
  'slor-ready': CustomEvent<null>
  /** Nothing can be sent; `code` is that of a `SlorError` or `ChatError`. */
  'slor-failed': CustomEvent<{ readonly code: string }>
  /** A message was sent; `categories` names each passage that was masked in it. */
  'slor-sent': CustomEvent<{ readonly categories: readonly string[] }>
  'slor-deleted': CustomEvent<null>
  'slor-ended': CustomEvent<null>
}

declare global {
  interface HTMLElementTagNameMap { 'slor-chat': SlorChat }
  interface GlobalEventHandlersEventMap extends SlorChatEvents {}
}
