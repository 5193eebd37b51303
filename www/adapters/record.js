import { RedactedText } from '../redactor.js'
import { ChatError } from './error.js'

const BROWSERS = 'Chrome|Chromium|Edge|Firefox|Opera|Safari|Samsung Internet|Vivaldi|Brave|other'
const TIMES = {
  day: /^\d{4}-\d\d-\d\d$/,
  hour: /^\d{4}-\d\d-\d\d(T\d\d(:00){0,2}Z)?$/,
  minute: /^\d{4}-\d\d-\d\d(T\d\d(:\d\d(:00)?)?Z)?$/
}

/**
 * A metadata record, if it holds nothing but what the policy lists, no more exact than it says.
 *
 * @param {Record<string, unknown>} record
 * @param {any} policy
 */
export function admitRecord (record, policy) {
  const rules = policy.metadata
  /** @type {Record<string, (value: any) => boolean>} */
  const fits = {
    time: value => (TIMES[rules.precision ?? 'minute'] ?? TIMES.day).test(value),
    device: value => (rules.devices ?? []).includes(value),
    browser: value => new RegExp(`^(${BROWSERS})( \\d{1,4})?$`).test(value)
  }
  return Object.fromEntries(Object.entries(record).map(([field, value]) => {
    if (!rules.fields.includes(field)) throw new ChatError('refused', 'the policy does not list this metadata')
    // An address can hold anything, so it's redacted like a message.
    if (field === 'page' && RedactedText.is(value)) return [field, String(value)]
    if (typeof value !== 'string' || !fits[field]?.(value)) throw new ChatError('refused', 'metadata that is more than the policy says')
    return [field, value]
  }))
}
