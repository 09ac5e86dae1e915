import { expect, test } from 'vitest'
import { postFrom, readFiles } from './read-files.ts'

const read = (text: string) => postFrom('posts/tea.md', text)
const entryOf = async (text: string) => (await readFiles({ 'posts/tea.md': text })).entries[0]

test.each([
  ['YAML', '---\ntitle: Tea\ntags: [a, b]\n---\nWarm.'],
  ['YAML that ends with dots', '---\ntitle: Tea\ntags:\n- a\n- b\n...\nWarm.'],
  ['YAML after a byte order mark', '\ufeff---\ntitle: Tea\ntags: [a, b]\n---\nWarm.'],
  ['YAML with the line ends of Windows', '---\r\ntitle: Tea\r\ntags: [a, b]\r\n---\r\nWarm.'],
  ['YAML that says so', '---yaml\ntitle: Tea\ntags: [a, b]\n---\nWarm.'],
  ['TOML between dashes', '---toml\ntitle = "Tea"\ntags = ["a", "b"]\n---\nWarm.'],
  ['JSON between dashes', '---json\n{"title": "Tea", "tags": ["a", "b"]}\n---\nWarm.'],
  ['TOML', '+++\ntitle = "Tea"\ntags = ["a", "b"]\n+++\nWarm.'],
  ['JSON', '{\n  "title": "Tea",\n  "tags": ["a", "b"]\n}\nWarm.'],
  ['JSON with a comma too many', '{\n  "title": "Tea",\n  "tags": ["a", "b"],\n}\nWarm.'],
  ['JSON between semicolons', ';;;\n{"title": "Tea", "tags": ["a", "b"]}\n;;;\nWarm.'],
  ['JSON without braces', '"title": "Tea",\n"tags": ["a", "b"]\n;;;\nWarm.'],
  ['YAML without an opening line', 'title: Tea\ntags: [a, b]\n---\nWarm.'],
  ['lines before an empty one', 'Title: Tea\nTags: a, b\n\nWarm.'],
])('%s is front matter', async (_, text) => {
  expect(await read(text)).toMatchObject({
    title: 'Tea',
    tags: ['a', 'b'],
    text: 'Warm.',
    notes: [],
  })
})

test.each([
  '---\n\nWarm.\n\n---\n\nStill.',
  '---\nWarm.\n---\nStill.',
  'Note: warm\n---\nStill.',
  'Warm: as I said.\n\nStill.',
  '{% raw %}x{% endraw %}'.replace(/\{% (end)?raw %\}/g, ''),
  '{curly} words',
])('%j has no front matter', async (text) => {
  expect(await read(text)).toMatchObject({ title: undefined, text, notes: [] })
})

test.each([
  [
    'a colon without quotes',
    'title: Tea: why\ndate: 2016-05-01\ntags:\n  - a\n',
    { title: 'Tea: why', date: '2016-05-01', tags: ['a'] },
    'read field by field: line 2',
  ],
  [
    'quotes in quotes',
    'title: "The "best" tea"\ndate: 2016-05-01',
    { title: 'The "best" tea', date: '2016-05-01' },
    'read field by field: line 2',
  ],
  [
    'a field that is there twice',
    'title: Rain\ntitle: Tea',
    { title: 'Tea' },
    '"title" is there twice',
  ],
  ['tabs', 'title: Tea\ntags:\n\t- a\n\t- b', { title: 'Tea', tags: ['a', 'b'] }, 'tabs'],
  [
    'a list that never ends',
    'title: Tea\ntags: [a, b\nauthor: Ada',
    { title: 'Tea', author: 'Ada' },
    'read field by field',
  ],
])('%s loses nothing else', async (_, yaml, fields, note) => {
  const post = await read(`---\n${yaml}\n---\nWarm.`)
  expect(post).toMatchObject({ ...fields, text: 'Warm.' })
  expect(post.notes.join()).toContain(note)
})

test('a line that belongs to no field is said', async () => {
  const { notes } = await read('---\ntitle: "Tea\n  and rain\ntags: [a]\n---\nWarm.')
  expect(notes).toContain('line 3 of its front matter could not be read: and rain')
})

test('broken TOML is read field by field too', async () => {
  const post = await read(
    '+++\ntitle = Tea\ndate = 2016-05-01\n[taxonomies]\ntags = ["a"]\n+++\nWarm.',
  )
  expect(post).toMatchObject({ title: 'Tea', date: '2016-05-01', tags: ['a'] })
})

test('front matter without a closing line ends where its fields do', async () => {
  const post = await read('---\ntitle: Tea\ntags:\n  - a\n\nWarm.')
  expect(post).toMatchObject({ title: 'Tea', tags: ['a'], text: 'Warm.' })
  expect(post.notes.join()).toContain('no closing line')
})

test.each([
  ['---\n- Tea\n- Rain\n---\nWarm.', 'line 2: found a list, expected fields'],
  ['\n---\n: : Tea\n---\nWarm.', 'line 3: found front matter that is no valid YAML'],
])('%j fails, and says where', async (text, reason) => {
  expect(await entryOf(text)).toEqual({
    kind: 'failed',
    name: 'posts/tea.md',
    reason: expect.stringContaining(reason),
  })
})

test('JavaScript that is nested too deep harms nothing but its file', async () => {
  const { entries } = await readFiles({
    'posts/evil.mdx': `export const meta = ${'{a: '.repeat(2000)}${'}'.repeat(2000)}\n\nWarm.`,
    'posts/wide.md': `---\ntitle: "${'<b>'.repeat(15_000)}"\n---\nWarm.`,
  })
  expect(entries).toMatchObject([{ text: 'Warm.' }, { text: 'Warm.' }])
})

test('numbers stand as they are written', async () => {
  expect(await read('---\ntitle: 1.10\nid: 00012345678901234567890\n---\nWarm.')).toMatchObject({
    title: '1.10',
    id: '00012345678901234567890',
  })
})

test.each([
  ['lists in lists', `a: ${'['.repeat(50_000)}`],
  ['objects in objects', '{a: '.repeat(20_000)],
  ['lists below lists', `${'- '.repeat(50_000)}a`],
  [
    'aliases that grow',
    'a: &a [b, b, b, b, b, b, b, b, b, b]\n' +
      'cdefgh'.replace(
        /./g,
        (name, at: number) => `${name}: &${name} [${`*${'acdefgh'[at]},`.repeat(10)}]\n`,
      ),
  ],
  ['a name for each of many values', 'a: &x b\nc: *x\n'.repeat(20_000)],
])('%s harm nothing but their file', async (_, yaml) => {
  const { entries } = await readFiles({
    'posts/evil.md': `---\n${yaml}\n---\nWarm.`,
    'posts/tea.md': 'Warm.',
  })
  expect(entries).toHaveLength(2)
  expect(entries[1]).toMatchObject({ kind: 'post', text: 'Warm.' })
})

test('front matter that is a program is not run, nor published', async () => {
  expect(await entryOf('---js\n{ title: "Tea", draft: true }\n---\nWarm.')).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('line 1: found front matter that is a program (---js)'),
  })
})
