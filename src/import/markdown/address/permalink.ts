/** What stands for each placeholder; undefined where the text has nothing for it. */
export type Placeholders = Record<string, string | undefined>

/**
 * A pattern such as "/:year/:title/" with a text's own values; undefined where one is missing that it
 * asks for. A name that is not known stays as it is.
 */
export function fillPermalink(pattern: string, values: Placeholders): string | undefined {
  // "short_year" before "short".
  if (Object.keys(values).length === 0) return joinPath(pattern)
  const names = Object.keys(values).sort((a, b) => b.length - a.length)
  const placeholder = new RegExp(`:(${names.join('|')})`, 'g')
  let isComplete = true
  const filled = pattern.replace(placeholder, (_, name: string) => {
    const value = values[name]
    if (value === undefined) isComplete = false
    return value ?? ''
  })
  return isComplete ? joinPath(filled) : undefined
}

/** Parts of a path as one that begins with "/"; empty parts leave no trace. */
export const joinPath = (...parts: string[]): string => `/${parts.join('/')}`.replace(/\/+/g, '/')

const months =
  'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** The parts of a date that patterns ask for: all undefined where there is none. */
export function dateParts(date: string | undefined) {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}))?/.exec(date ?? '') ?? []
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const isDated = year !== undefined && !Number.isNaN(midnight.getTime())
  const ifDated = <T>(part: T): T | undefined => (isDated ? part : undefined)
  const monthName = months[midnight.getUTCMonth()]
  const dayName = weekdays[midnight.getUTCDay()]
  return {
    year,
    shortYear: year?.slice(2),
    month,
    monthNumber: unpadded(month),
    monthName,
    shortMonthName: monthName?.slice(0, 3),
    day,
    dayNumber: unpadded(day),
    dayName,
    shortDayName: dayName?.slice(0, 3),
    dayOfYear: ifDated(String(daysSince(Date.UTC(Number(year), 0, 1), midnight))),
    week: ifDated(weekOf(midnight)),
    hour: ifDated(hour),
    minute: ifDated(minute),
    second: ifDated(second),
  }
}

const unpadded = (number: string | undefined): string | undefined => number?.replace(/^0/, '')

const daysSince = (start: number, instant: Date): number =>
  Math.round((instant.getTime() - start) / 86_400_000) + 1

/** ISO 8601: the week of the year that its Thursday is in. */
function weekOf(instant: Date): string {
  const thursday = new Date(instant)
  thursday.setUTCDate(instant.getUTCDate() + 4 - (instant.getUTCDay() || 7))
  const days = daysSince(Date.UTC(thursday.getUTCFullYear(), 0, 1), thursday)
  return String(Math.ceil(days / 7)).padStart(2, '0')
}
