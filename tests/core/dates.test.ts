import { expect, test } from 'vitest'
import {
  dayOf,
  displayDate,
  displayDay,
  displayMonth,
  parseDate,
  toTimestamp,
} from '../../src/core/dates.ts'

test.each([
  ['2016-05-01', '2016-05-01'],
  ['2016-5-1', '2016-05-01'],
  ['2016/05/01', '2016-05-01'],
  ['  2016-05-01 ', '2016-05-01'],
  ['2016-02-29', '2016-02-29'],
  ['2016-05-01T10:00:00Z', '2016-05-01T10:00:00Z'],
  ['2016-05-01t10:00:00z', '2016-05-01T10:00:00Z'],
  ['2016-05-01 9:05', '2016-05-01T09:05:00Z'],
  ['2016-05-01T10:00:30.25Z', '2016-05-01T10:00:30.25Z'],
  ['2016-05-01T10:00:30.000Z', '2016-05-01T10:00:30Z'],
  ['2016-05-01T10:00+02:00', '2016-05-01T10:00:00+02:00'],
  ['2016-05-01 10:00 -0700', '2016-05-01T10:00:00-07:00'],
])('the date %s is read as %s', (written, expected) => {
  expect(parseDate(written)).toBe(expected)
})

test.each([
  '',
  'yesterday',
  '2016',
  '2016-05',
  '16-05-01',
  '01.05.2016',
  '2015-02-29',
  '2016-13-01',
  '2016-04-31',
  '2016-05-01T24:00:00Z',
  '2016-05-01T10:60Z',
  '2016-05-01T10:00+99:00',
  '2016-05-01T10:00 CEST',
])('"%s" is no date', (written) => {
  expect(parseDate(written)).toBeUndefined()
})

test('the day is the one that the author wrote, not the one in UTC', () => {
  expect(dayOf('2016-05-01T23:30:00-07:00')).toBe('2016-05-01')
})

test('a day without a time is its midnight in UTC', () => {
  expect(toTimestamp('2016-05-01')).toBe('2016-05-01T00:00:00Z')
  expect(toTimestamp('2016-05-01T10:00:00+02:00')).toBe('2016-05-01T10:00:00+02:00')
})

test.each([
  ['en-GB', '1 May 2016'],
  ['de', '1. Mai 2016'],
  ['ja', '2016年5月1日'],
])('in %s a date is shown as %s', (language, shown) => {
  expect(displayDate('2016-05-01T23:30:00-07:00', language)).toBe(shown)
})

test('months are those of the archive’s years, in languages that count their own, too', () => {
  expect(displayMonth('2026-03-12', 'fa')).toBe('مارس')
  expect(displayMonth('2026-03-25', 'fa')).toBe('مارس')
  expect(displayDay('2026-03-25', 'fa')).toBe('۲۵ مارس')
  expect(displayDay('2026-03-12', 'ar-SA')).toMatch(/مارس/)
})
