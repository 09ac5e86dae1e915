import { readDate } from '../../dates.ts'
import { textOf } from './fields.ts'

/** A date of a field as ISO 8601; undefined where it can't be read. */
export function dateOf(value: unknown): string | undefined {
  const written = textOf(value)
  if (written === undefined || written.length > 100) return undefined
  return readDate(plainDate(written)) ?? readDate(writtenInNumbers(written))
}

/** "May 1st, 2016", "2016.05.01", "2016年5月1日" and "10:00:00 +0200 CEST" as others write them. */
const plainDate = (written: string): string =>
  written
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/i, '$1')
    .replace(/^(\d{4})[.年](\d{1,2})[.月](\d{1,2})日?/, '$1-$2-$3')
    .replace(/([+-]\d{2}:?\d{2})\s+[A-Z]{2,5}$/, '$1')
    .replace(/^(\d{4}-\d{1,2}-\d{1,2}T\d{2}:\d{2})(?=[Z+-])/i, '$1:00')

/** "05/31/2016" as JavaScript reads it; the day first, where it can be no month or has a "." after it. */
function writtenInNumbers(written: string): string | undefined {
  const [, first = '', mark, second = '', year, rest = ''] =
    /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b(.*)$/.exec(written) ?? []
  if (year === undefined) return undefined
  const isDayFirst = mark === '.' || Number(first) > 12
  return `${year}-${isDayFirst ? second : first}-${isDayFirst ? first : second}${rest}`
}
