import { expect, test } from 'vitest'
import { Visits } from '../../src/views/visits.ts'

test('of many visits each is the first once, in whatever order they come again', () => {
  const visits = new Visits()
  const names = Array.from({ length: 100_000 }, (_, number) => `visit ${number}`)
  expect(names.filter((name) => visits.isFirst(name))).toHaveLength(100_000)
  expect(names.reverse().filter((name) => visits.isFirst(name))).toEqual([])
})
