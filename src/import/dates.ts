import { parseDate } from '../core/dates.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** The zones that RFC 822 names (https://www.rfc-editor.org/rfc/rfc822#section-5), and some that people do. */
const zones: Record<string, string> = {
  ut: 'Z',
  utc: 'Z',
  gmt: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  msk: '+03:00',
  jst: '+09:00',
}
const time = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?`
/** "Sun, 01 May 2016 10:00:00 +0200" */
const dayFirst = new RegExp(
  String.raw`^(?:[a-z]+\.?,?\s+)?(?<day>\d{1,2})[\s-]+(?<month>[a-z]{3})[a-z]*\.?,?[\s-]+(?<year>\d{4}|\d{2})(?:,?\s+${time})?\s*(?<zone>.*)$`,
  'i',
)
/** "Sun May  1 10:00:00 PST 2016", "May 1, 2016 10:00:00" */
const monthFirst = new RegExp(
  String.raw`^(?:[a-z]+\.?,?\s+)?(?<month>[a-z]{3})[a-z]*\.?\s+(?<day>\d{1,2}),?\s+(?:(?<year>\d{4}),?\s*)?(?:${time})?\s*(?<zone>.*?)\s*(?<lastYear>\d{4})?$`,
  'i',
)

/**
 * A date as feeds write it (RFC 822, W3CDTF, and what comes near them) as ISO 8601 in its own zone;
 * undefined where it is no day of the calendar.
 */
export function readDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const written = text.trim().replace(/\s+/g, ' ')
  return (
    parseDate(written) ?? readCompact(written) ?? readInWords(written) ?? readTimestamp(written)
  )
}

/** Milliseconds or seconds since 1970, before 2030: "2016050110" may be an hour. */
function readTimestamp(text: string): string | undefined {
  return /^1[0-8]\d{8}(\d{3})?$/.test(text)
    ? parseDate(new Date(Number(text.padEnd(13, '0'))).toISOString())
    : undefined
}

/** "20160501", "20160501T100000Z", "2016-05-01T10:00:00 Z", "2016-05-01T10:00:00+2". */
function readCompact(text: string): string | undefined {
  const [, year, month, day, hour, minute, second = '00', zone = ''] =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(\D.*)?$/i.exec(
      text,
    ) ?? []
  if (year === undefined) return undefined
  return parseDate(
    hour === undefined
      ? `${year}-${month}-${day}`
      : `${year}-${month}-${day}T${hour}:${minute}:${second}${readZone(zone)}`,
  )
}

/** "1 May 2016" or "May 1, 2016", with a time or without. */
function readInWords(text: string): string | undefined {
  const said = dayFirst.exec(text)?.groups ?? monthFirst.exec(text)?.groups
  if (said === undefined) return undefined
  const { month = '', day = '', hour, minute, second = '00', zone = '' } = said
  const year = said.year ?? said.lastYear
  const number = months.indexOf(month.toLowerCase()) + 1
  if (year === undefined || number === 0) return undefined
  const date = `${wholeYear(year)}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  return parseDate(
    hour === undefined ? date : `${date}T${hour}:${minute}:${second}${readZone(zone)}`,
  )
}

/** Two digits are of the years round 2000 (RFC 2822, section 4.3). */
const wholeYear = (year: string): string =>
  year.length === 4 ? year : Number(year) < 50 ? `20${year}` : `19${year}`

function readZone(written: string): string {
  const zone = written.replace(/\(.*\)|\s/g, '').toLowerCase()
  const [, sign, hours, minutes = '00'] = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  if (hours === undefined) return zones[zone] ?? 'Z'
  return `${sign}${hours.padStart(2, '0')}:${minutes}`
}

/** A day and time as a database has them, and the same in UTC, tell the zone: "2016-05-01T10:00:00+02:00". */
export function withZone(local: string | undefined, utc: string | undefined): string | undefined {
  const here = parseDate(local ?? '')
  const there = parseDate(utc ?? '')
  if (here === undefined || there === undefined) return here ?? there
  const minutes = Math.round((Date.parse(here) - Date.parse(there)) / 60_000)
  if (Math.abs(minutes) > 15 * 60) return there
  if (minutes === 0) return here
  const part = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0')
  const zone = `${minutes < 0 ? '-' : '+'}${part(minutes / 60)}:${part(minutes % 60)}`
  return here.replace(/Z$/, zone)
}

/**
 * A time that was written without a zone and so taken for UTC, as one of the zone that its site is of
 * ("America/New_York"); as it is, where it is a day, or nobody knows the zone.
 */
export function inZone(date: string, zone: string | undefined): string {
  if (zone === undefined || !date.endsWith('Z')) return date
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    const at = (instant: string): string => {
      const parts = format.formatToParts(new Date(instant))
      const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
      return date.replace(/Z$/, /[+-]\d{2}:\d{2}/.exec(name)?.[0] ?? 'Z')
    }
    // The first is the zone's at that time of UTC, which may be before the clocks were changed.
    return at(at(date))
  } catch {
    return date
  }
}
