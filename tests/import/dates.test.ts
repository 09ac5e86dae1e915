import { expect, test } from 'vitest'
import { inZone, readDate, withZone } from '../../src/import/dates.ts'

test.each([
  ['Thu, 01 May 2016 10:00:00 +0200', '2016-05-01T10:00:00+02:00'],
  ['01 Jan 04 19:48:21 GMT', '2004-01-01T19:48:21Z'],
  ['Sun Jan  4 16:29:06 PST 2004', '2004-01-04T16:29:06-08:00'],
  ['May 1, 2016', '2016-05-01'],
  ['20160501T100000Z', '2016-05-01T10:00:00Z'],
  ['2016-05-01T10:00:00.123+2', '2016-05-01T10:00:00+02:00'],
  ['1420070400', '2015-01-01T00:00:00Z'],
  ['1420070400000', '2015-01-01T00:00:00Z'],
  ['2016-05', undefined],
  ['30 Feb 2016', undefined],
  ['', undefined],
])('the date "%s" is read as %s', (written, date) => {
  expect(readDate(written)).toBe(date)
})

test('a local time and the same in UTC tell the zone', () => {
  expect(withZone('2016-05-01 10:00:00', '2016-05-01 04:30:00')).toBe('2016-05-01T10:00:00+05:30')
  expect(withZone('2016-05-01 10:00:00', '2016-05-01 17:00:00')).toBe('2016-05-01T10:00:00-07:00')
  expect(withZone('2016-05-01 10:00:00', '0000-00-00 00:00:00')).toBe('2016-05-01T10:00:00Z')
})

test('a time without a zone is one of the zone that its site is of, summer and winter', () => {
  expect(inZone('2020-01-02T23:30:00Z', 'America/New_York')).toBe('2020-01-02T23:30:00-05:00')
  expect(inZone('2020-07-02T23:30:00Z', 'America/New_York')).toBe('2020-07-02T23:30:00-04:00')
  // The clocks were changed hours before, by the zone's own.
  expect(inZone('2020-03-08T06:30:00Z', 'America/New_York')).toBe('2020-03-08T06:30:00-04:00')
  expect(inZone('2020-11-01T03:30:00Z', 'America/New_York')).toBe('2020-11-01T03:30:00-05:00')
  // Such zones had seconds.
  expect(inZone('1880-01-02T12:00:00Z', 'America/New_York')).toBe('1880-01-02T12:00:00-04:56')
  expect(inZone('2020-01-02', 'America/New_York')).toBe('2020-01-02')
  expect(inZone('2020-01-02T23:30:00Z', 'Nowhere')).toBe('2020-01-02T23:30:00Z')
})
