import { RedactedText } from '../redactor.js'
import { ChatError } from './error.js'

const BROWSERS = 'Chrome|Edge|Firefox|Opera|Safari|Samsung Internet'
const TIMES = {
  day: /^\d{4}-\d\d-\d\d$/,
  hour: /^\d{4}-\d\d-\d\d(T\d\d(:00){0,2}Z)?$/,
  minute: /^\d{4}-\d\d-\d\d(T\d\d(:\d\d(:00)?)?Z)?$/
}

// An address and the platform's word for what the talk was about can hold anything, so they are redacted like a message.
const WORDED = ['page', 'topic']

/**
 * A metadata record, if it holds nothing but what the policy lists, no more exact than it says.
 *
 * @param {import('./gate.js').Metadata} metadata
 * @param {any} policy
 */
export function admitRecord ({ record, deleted }, policy) {
  const rules = policy.metadata
  const listed = (deleted ? policy.deletion.leaves : rules.fields) ?? []
  /** @type {Record<string, (value: any) => boolean>} */
  const fits = {
    time: value => (TIMES[rules.precision ?? 'minute'] ?? TIMES.day).test(value),
    device: value => (rules.devices ?? []).includes(value),
    browser: value => new RegExp(`^(${BROWSERS})( \\d{1,4})?$`).test(value)
  }
  return Object.fromEntries(Object.entries(record).map(([field, value]) => {
    if (listed.includes(field)) {
      if (WORDED.includes(field) && RedactedText.is(value)) return [field, RedactedText.prototype.toString.call(value)]
      if (typeof value === 'string' && fits[field]?.(value)) return [field, value]
    }
    throw new ChatError('refused', 'metadata that is more than the policy says')
  }))
}
