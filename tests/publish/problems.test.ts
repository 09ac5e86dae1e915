import { expect, test } from 'vitest'
import { describeProblem, describeWarnings } from '../../src/publish/content/problems.ts'

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

test('nothing that a text says reaches the terminal as a command to it', () => {
  expect(describeProblem(warning('posts/a.md', 'the link to "\u001b[2J\u009b1mx" is dead'))).toBe(
    'posts/a.md:2: date: the link to "[2J1mx" is dead',
  )
})
