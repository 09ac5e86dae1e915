import { expect, test } from 'vitest'
import { loadPost } from './content-folder.ts'

const excerptOf = async (text: string, file = 'posts/a.md') => (await loadPost(file, text)).excerpt

test('the excerpt ends at the mark that the author set', async () => {
  expect(await excerptOf('One.\n\n<!-- more -->\n\nTwo.')).toBe('One.')
  expect(await excerptOf('<p>One. <!--MORE-->Two.</p>', 'posts/a.html')).toBe('One.')
})

test('the mark itself never reaches the page', async () => {
  const { html } = await loadPost('posts/a.md', 'One.\n\n<!--more-->\n\nTwo.')
  expect(html.replace(/\n+/, '\n')).toBe('<p>One.</p>\n<p>Two.</p>')
})

test('the mark counts for more than the description, which counts for more than the text', async () => {
  const described = '---\ndescription: About tea.\n---\n'
  expect(await excerptOf(`${described}One.\n\n<!--more-->\n\nTwo.`)).toBe('One.')
  expect(await excerptOf(`${described}One.`)).toBe('About tea.')
  expect(await excerptOf(`${described}<!--more-->\n\nOne.`)).toBe('About tea.')
})

test.each([
  ['headings', '# Tea\n\n## Why\n\nIt is warm.'],
  ['code', '```\nboil()\n```\n\nIt is warm.'],
  ['tables', '| a |\n|---|\n| b |\n\nIt is warm.'],
  ['footnotes', 'It is warm.[^1]\n\n[^1]: Mostly.'],
  ['players', '<iframe src="https://player.example/7"></iframe>\n\nIt is warm.'],
  ['captions', '<figure><figcaption>A cup</figcaption></figure>\n\nIt is warm.'],
])('%s stay out of the excerpt', async (_, text) => {
  expect(await excerptOf(text)).toBe('It is warm.')
})

test('scripts and styles stay out of a marked excerpt', async () => {
  const text =
    '<style>p { color: red }</style><script>go()</script><p>Warm.</p><!--more--><p>Tea.</p>'
  expect(await excerptOf(text, 'posts/a.html')).toBe('Warm.')
})

test('words of neighbouring blocks are kept apart, those of one line are not', async () => {
  expect(await excerptOf('Warm<p>tea<br>and <b>ra</b>in</p>', 'posts/a.html')).toBe(
    'Warm tea and rain',
  )
})

test('a post of nothing but a heading or a table has that for an excerpt', async () => {
  expect(await excerptOf('## Tea')).toBe('Tea')
})

test('all words count for the reading time, those in code and tables too', async () => {
  const { minutes } = await loadPost('posts/a.md', `\`\`\`\n${'word '.repeat(690)}\n\`\`\``)
  expect(minutes).toBe(3)
})
