// What the types must refuse; `tsc` fails where one of these lines is accepted.
import type { Preview, RedactedText } from '../../www/index.js'

export function refused (preview: Preview, text: RedactedText): RedactedText {
  // @ts-expect-error A preview can't be sent.
  const shown: RedactedText = preview
  // @ts-expect-error Nor can an object that looks like a redacted text.
  const alike: RedactedText = { findings: [], unread: false, toString: () => '' }
  return [shown, alike, text][2]
}
