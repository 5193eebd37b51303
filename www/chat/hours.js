// Opening hours as a policy gives them: `{ time_zone, week: { monday: ['09:00-16:00'] }, closed_on: ['2026-12-24'] }`.

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

// A Monday, to have the names of the days from.
const MONDAY = Date.UTC(2024, 0, 1, 12)
const DAY = 86_400_000

/** Whether somebody is there, in the policy's time zone. Without hours: always. */
export function isOpen (hours, now = new Date()) {
  if (!hours) return true
  const { day, date, time } = clock(hours.time_zone, now)
  if (hours.closed_on?.includes(date)) return false
  return (hours.week[day] ?? []).some(interval => {
    const [from, to] = interval.split('-')
    return from <= time && time < to
  })
}

/** The hours for people, a line a day that is open. They are written as in the notice. */
export function hoursInWords (hours, language) {
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const write = time => language === 'en' ? time : time.replace(language === 'fi' ? /^0/ : '', '').replace(':', '.')
  const span = it => it.split('-').map(write).join('–')
  return DAYS.flatMap((day, n) => hours.week[day] ? [`${name.format(MONDAY + n * DAY)}: ${hours.week[day].map(span).join(', ')}`] : [])
}

function clock (timeZone, now) {
  const style = { timeZone, hourCycle: 'h23', weekday: 'long', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }
  const format = new Intl.DateTimeFormat('en-GB', /** @type {Intl.DateTimeFormatOptions} */ (style))
  const parts = Object.fromEntries(format.formatToParts(now).map(it => [it.type, it.value]))
  return { day: parts.weekday.toLowerCase(), date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}
