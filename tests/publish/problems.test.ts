import { expect, test } from 'vitest'
import { describeWarnings } from '../../src/publish/content/problems.ts'

const warning = (file: string, message: string) => ({ file, line: 2, field: 'date', message })

test('a warning that many files give names twenty of them', () => {
  const files = Array.from({ length: 23 }, (_, at) => `posts/${at}.md`)
  expect(
    describeWarnings([
      ...files.map((file) => warning(file, 'found none')),
      warning('posts/0.md', 'found two'),
    ]),
  ).toEqual([
    ...files.slice(0, 20).map((file) => `${file}:2: date: found none`),
    '… and 3 more: date: found none',
    'posts/0.md:2: date: found two',
  ])
})
