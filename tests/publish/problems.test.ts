import { expect, test } from 'vitest'
import { describeWarnings } from '../../src/publish/content/problems.ts'

const warning = (file: string, message: string) => ({ file, line: 2, field: 'date', message })

test('a warning that many files give names three of them', () => {
  const files = ['posts/a.md', 'posts/b.md', 'posts/c.md', 'posts/d.md', 'posts/e.md']
  expect(
    describeWarnings([
      ...files.map((file) => warning(file, 'found none')),
      warning('posts/a.md', 'found two'),
    ]),
  ).toEqual([
    'posts/a.md:2: date: found none',
    'posts/b.md:2: date: found none',
    'posts/c.md:2: date: found none',
    '… and 2 more: date: found none',
    'posts/a.md:2: date: found two',
  ])
})
