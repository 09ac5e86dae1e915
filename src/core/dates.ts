const writtenDate =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[Tt ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+|(\.\d+))?)?\s*(Z|z|[+-]\d{2}:?\d{2})?)?$/

/**
 * A date as people write it ("2016-5-1", "2016-05-01 10:00 +0200", RFC 3339) as ISO 8601:
 * "2016-05-01", or "2016-05-01T10:00:00+02:00" when a time is given (UTC when no zone is).
 * Parts of a second stay, as feeds tell posts of one second apart by them. Undefined when it is no date of
 * the calendar.
 */
export function parseDate(text: string): string | undefined {
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone = 'Z'] =
    writtenDate.exec(text.trim()) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isCalendarDay(date)) return undefined
  if (hour === undefined) return date
  const offset = zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  const instant = `${date}T${hour.padStart(2, '0')}:${minute}:${second}${fraction}${offset}`
  return hour === '24' || Number.isNaN(Date.parse(instant)) ? undefined : instant
}

/** JavaScript takes the 31st of February for a day of March. */
const isCalendarDay = (date: string): boolean =>
  new Date(`${date}T00:00:00Z`).getUTCDate() === Number(date.slice(-2))

/** The calendar day that the author wrote, whatever zone the reader is in: "2016-05-01". */
export const dayOf = (date: string): string => date.slice(0, 10)

/** RFC 3339, as feeds want it: a day without a time is its midnight in UTC. */
export const toTimestamp = (date: string): string =>
  date.length === 10 ? `${date}T00:00:00Z` : date

/** The moment in which its day begins, in the zone that it is written in: in milliseconds since 1970. */
export const startOfDay = (date: string): number =>
  Date.parse(toTimestamp(date).replace(/T.*?(?=Z$|[+-]\d\d:\d\d$)/, 'T00:00:00'))

/** "12 March 2026" in the blog's language; called at build only, since browsers' wordings differ. */
export const displayDate = /* @__PURE__ */ inWords({ dateStyle: 'long' })

/** "March" of "2026-03-12": of the year that the archive has it in, though the language may count its own. */
export const displayMonth = /* @__PURE__ */ inWords({ month: 'long', calendar: 'gregory' })

/** "12 March" of "2026-03-12", likewise. */
export const displayDay = /* @__PURE__ */ inWords({
  day: 'numeric',
  month: 'long',
  calendar: 'gregory',
})

/** Making a format takes a hundred times as long as using it. Marked as pure, or browsers would get them too. */
function inWords(options: Intl.DateTimeFormatOptions): (date: string, language: string) => string {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (date, language) => {
    const format =
      formats.get(language) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
    formats.set(language, format)
    return format.format(Date.parse(dayOf(date)))
  }
}
