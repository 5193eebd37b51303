// What the types must refuse, and what they must know; `tsc` fails where one of these lines is wrong.
import type { SlorChat } from '../../www/chat.js'
import type { Preview, RedactedText } from '../../www/index.js'

export function refused (preview: Preview, text: RedactedText): RedactedText {
  // @ts-expect-error A preview can't be sent.
  const shown: RedactedText = preview
  // @ts-expect-error Nor can an object that looks like a redacted text.
  const alike: RedactedText = { findings: [], unread: false, toString: () => '' }
  return [shown, alike, text][2]
}

export function heard (chat: SlorChat, told: (what: readonly string[] | string) => void) {
  chat.addEventListener('slor-sent', event => told(event.detail.categories))
  document.addEventListener('slor-failed', event => told(event.detail.code))
  // @ts-expect-error No event carries what somebody wrote.
  chat.addEventListener('slor-sent', event => told(event.detail.text))
}
