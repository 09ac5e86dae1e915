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

/** The parts of a date by the names that Jekyll and Hexo have for them; none where there is no date. */
export function datePlaceholders(date: string | undefined) {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}))?/.exec(date ?? '') ?? []
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const isDated = year !== undefined && !Number.isNaN(midnight.getTime())
  const ifDated = <T>(part: T): T | undefined => (isDated ? part : undefined)
  const monthName = months[midnight.getUTCMonth()]
  const dayName = weekdays[midnight.getUTCDay()]
  const dayOfYear = daysSince(Date.UTC(Number(year), 0, 1), midnight)
  return {
    year,
    short_year: year?.slice(2),
    month,
    i_month: unpadded(month),
    long_month: monthName,
    short_month: monthName?.slice(0, 3),
    day,
    i_day: unpadded(day),
    long_day: dayName,
    short_day: dayName?.slice(0, 3),
    y_day: ifDated(String(dayOfYear).padStart(3, '0')),
    week: ifDated(weekOf(midnight)),
    hour: ifDated(hour),
    minute: ifDated(minute),
    second: ifDated(second),
  }
}

export const unpadded = (number: string | undefined): string | undefined =>
  number?.replace(/^0+/, '')

const daysSince = (start: number, instant: Date): number =>
  Math.round((instant.getTime() - start) / 86_400_000) + 1

/** ISO 8601: the week of the year that its Thursday is in. */
function weekOf(instant: Date): string {
  const thursday = new Date(instant)
  thursday.setUTCDate(instant.getUTCDate() + 4 - (instant.getUTCDay() || 7))
  const days = daysSince(Date.UTC(thursday.getUTCFullYear(), 0, 1), thursday)
  return String(Math.ceil(days / 7)).padStart(2, '0')
}
