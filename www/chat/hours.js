// Opening hours as a policy gives them: `{ time_zone, week: { monday: ['09:00-16:00'] }, closed_on: ['2026-12-24'] }`.

// A week from a Monday on, to have the names of the days from.
const DAYS = [1, 2, 3, 4, 5, 6, 7].map(it => new Date(`2024-01-0${it}`))
const dayOf = (date, language) => date.toLocaleDateString(language, { weekday: 'long', timeZone: 'UTC' })
const keyOf = date => dayOf(date, 'en').toLowerCase()

/** Whether somebody is there, in the policy's time zone. Without hours: always; where the browser doesn't know the zone: never. */
export function isOpen (hours, now = new Date()) {
  if (!hours) return true
  try {
    // The Swedish way to write a time is that of ISO 8601.
    const [date, time] = now.toLocaleString('sv', { timeZone: hours.time_zone, hourCycle: 'h23' }).split(' ')
    return !hours.closed_on?.includes(date) && !!hours.week[keyOf(new Date(date))]?.some(it => {
      const [from, to] = it.split('-')
      return from <= time && time < to
    })
  } catch {
    return false
  }
}

/** The hours for people, a line a day that is open. They are written as in the notice. */
export function hoursInWords (hours, language) {
  const write = time => language === 'en' ? time : time.replace(language === 'fi' ? /^0/ : '', '').replace(':', '.')
  const span = it => it.split('-').map(write).join('–')
  return DAYS.flatMap(it => {
    const open = hours.week[keyOf(it)]
    return open ? [`${dayOf(it, language)}: ${open.map(span).join(', ')}`] : []
  })
}
