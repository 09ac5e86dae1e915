import { expect, test } from 'vitest'
import { parseFrontMatter } from '../../src/publish/content/parse-front-matter.ts'
import { describeProblem } from '../../src/publish/content/problems.ts'
import { load } from './content-folder.ts'

const file = 'posts/a.md'
const fieldsOf = (yaml: string) => parseFrontMatter(file, `---\n${yaml}\n---\nText`).fields
const nothing = { tags: [], draft: false, aliases: [] }

test('every field is read', () => {
  const yaml = `title: A slow morning
date: 2016-05-01T10:00:00+02:00
updated: 2016-06-01
tags: [tea, rain]
description: What happened before noon.
image: /media/cup.png
image_alt: A cup
author: Ada
language: en-GB
draft: true
slug: slow-morning
aliases: [/2016/05/slow.html, /slow/]
source: 1234
weight: -2.5`
  expect(fieldsOf(yaml)).toEqual({
    title: 'A slow morning',
    date: '2016-05-01T10:00:00+02:00',
    updated: '2016-06-01',
    tags: ['tea', 'rain'],
    description: 'What happened before noon.',
    image: '/media/cup.png',
    image_alt: 'A cup',
    author: 'Ada',
    language: 'en-GB',
    draft: true,
    slug: 'slow-morning',
    aliases: ['/2016/05/slow.html', '/slow/'],
    source: '1234',
    weight: -2.5,
  })
})

test.each([
  ['title:', nothing],
  ['title: ""\ntags:\ndraft:\nweight:', nothing],
  ['title: "  "', nothing],
  ['title: 1984', { ...nothing, title: '1984' }],
  ['title: " Tea "', { ...nothing, title: 'Tea' }],
  ['tags: tea, rain , tea,', { ...nothing, tags: ['tea', 'rain'] }],
  ['tags:\n  - 2016\n  -\n  - tea', { ...nothing, tags: ['2016', 'tea'] }],
  ['tags: 2016', { ...nothing, tags: ['2016'] }],
  ['aliases: /old.html', { ...nothing, aliases: ['/old.html'] }],
  ['date: 2016-5-1', { ...nothing, date: '2016-05-01' }],
  ['layout: post', nothing],
  ['published: true\nprivate: false\nstatus: publish\npassword:', nothing],
  ['published: 2016-05-01', nothing],
  ['published: false\ndraft: true', { ...nothing, draft: true }],
  ['title: 1.10', { ...nothing, title: '1.10' }],
  [
    'title: "Tea \\ud83d"\ntags: ["a\\ud83d"]',
    { ...nothing, title: 'Tea \ufffd', tags: ['a\ufffd'] },
  ],
  ['title: "Tea \\e[31m\\a"', { ...nothing, title: 'Tea [31m' }],
  ['source: 5432109876543210987', { ...nothing, source: '5432109876543210987' }],
])('%j is read', (yaml, fields) => {
  expect(fieldsOf(yaml)).toEqual(fields)
})

test.each([
  ['nothing at all', '', ''],
  ['no front matter', 'Only text.\n\n---\n\nMore.', 'Only text.\n\n---\n\nMore.'],
  ['front matter without fields', '---\n---\nText', 'Text'],
  ['lines that end as in Windows', '---\r\ntitle: Tea\r\n---\r\nText\r\n', 'Text\r\n'],
  ['a closing line of dots', '---\ntitle: Tea\n...\nText', 'Text'],
  ['spaces after the lines', '---  \ntitle: Tea\n--- \nText', 'Text'],
  ['no body', '---\ntitle: Tea\n---', ''],
  ['a heading', 'title: Tea and rain\n\nWords.\n\n---\n', 'title: Tea and rain\n\nWords.\n\n---\n'],
  [
    'a heading of two lines',
    'date: 1st of May\nor later\n---\n',
    'date: 1st of May\nor later\n---\n',
  ],
])('a file with %s has its body', (_, text, body) => {
  expect(parseFrontMatter(file, text).body).toBe(body)
})

const bomb = `a: &a [1, 1]
${['b', 'c', 'd'].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abc'[index]}`).join(', ')}]`).join('\n')}`

test.each([
  ['title: Tea\ndate: in May', 'posts/a.md:3: date: found "in May", expected a date such as'],
  ['title: Tea\n\ndate: 2016-02-30', 'posts/a.md:4: date: found "2016-02-30"'],
  ['Draft: true', 'posts/a.md:2: Draft: this field is not known; did you mean "draft"?'],
  ['title: Tea\npublished: false', 'posts/a.md:3: published: found false, which keeps no text'],
  ['published: no', 'posts/a.md:2: published: found no, which keeps no text'],
  ['publish: "false"', 'posts/a.md:2: publish: found false, which keeps no text'],
  ['Private: true', 'posts/a.md:2: Private: found true, which keeps no text'],
  ['hidden: 1', 'posts/a.md:2: hidden: found 1, which keeps no text'],
  ['is_draft: yes', 'posts/a.md:2: is_draft: found yes, which keeps no text'],
  ['status: Draft', 'posts/a.md:2: status: found Draft, which keeps no text'],
  ['visibility: private', 'posts/a.md:2: visibility: found private, which keeps no text'],
  ['password: tea', 'posts/a.md:2: password: found one, which keeps no text'],
  ['permalink: false', 'posts/a.md:2: permalink: found false, which keeps no text'],
  ['build: {render: never}', 'posts/a.md:2: build: found never, which keeps no text'],
  ['_build:\n  render: false', 'posts/a.md:2: _build: found false, which keeps no text'],
  ['publishDate: 2999-01-01', 'posts/a.md:2: publishDate: found 2999-01-01, which keeps no text'],
  ['expiryDate: 31 Dec 2016', 'posts/a.md:2: expiryDate: found 31 Dec 2016, which keeps no text'],
  ['expiryDate: 2999-01-01', 'posts/a.md:2: expiryDate: found 2999-01-01, which keeps no text'],
  ['public: false', 'posts/a.md:2: public: found false, which keeps no text'],
  ['visibility: members', 'posts/a.md:2: visibility: found members, which keeps no text'],
  ['expires: 2016-01-01', 'posts/a.md:2: expires: found 2016-01-01, which keeps no text'],
  ['scheduled: 2999-01-01', 'posts/a.md:2: scheduled: found 2999-01-01, which keeps no text'],
  ['post_status: private', 'posts/a.md:2: post_status: found private, which keeps no text'],
  ['build: {render: link}', 'posts/a.md:2: build: found link, which keeps no text'],
  ['title: [Solved] tea', 'a value that begins with "[" needs quotes round it'],
  ['title: @tea', 'a value that begins with "@" needs quotes round it'],
  ['title: Orwell: a memory', 'a value that holds ": " needs quotes round it'],
  ['date: 2016', 'posts/a.md:2: date: found "2016"'],
  ['title: [a, b]', 'posts/a.md:2: title: found ["a","b"], expected a text'],
  ['title: &a [*a]', 'posts/a.md:2: title: found a value within itself, expected a text'],
  ['draft: "yes"', 'posts/a.md:2: draft: found "yes", expected true or false'],
  ['weight: heavy', 'posts/a.md:2: weight: found "heavy", expected a number'],
  ['language: english', 'posts/a.md:2: language: found "english", expected a language tag'],
  ['slug: two words', 'posts/a.md:2: slug: found "two words", expected one part of an address'],
  ['tags: {a: b}', 'posts/a.md:2: tags: found {"a":"b"}, expected a list of tags'],
  ['tags: [tea, {a: b}]', 'posts/a.md:2: tags: found {"a":"b"}, expected a text'],
  ['aliases: [/a, old.html]', 'posts/a.md:2: aliases: found "old.html", expected an old address'],
  ['aliases: /../../etc', 'posts/a.md:2: aliases: found "/../../etc", expected an old address'],
  ['title: a\ndate: b\ntitle: c', 'posts/a.md:4: found front matter that is no valid YAML'],
  ['title: Tea\n\tdate: 2016', 'posts/a.md:3: found front matter that is no valid YAML'],
  ['title: Tea\ndescription: "Hot\ntags: [a]\nweight: 1', 'posts/a.md:3: found front matter that'],
  ["tags:\n  - 'tea\nweight: 1", 'posts/a.md:3: found front matter that is no valid YAML'],
  ['title: "Hot \\"tea\\" x\nweight: 1', 'posts/a.md:2: found front matter that is no valid YAML'],
  ['weight: 1\ntags: ["a, b]\nauthor: Ada', 'posts/a.md:3: found front matter that is no valid'],
  ['title: "So: \'tis"\nweight: 1\ntags: ["a" "b"]', 'posts/a.md:4: found front matter that is'],
  ['only words', 'posts/a.md: found "only words", expected fields and their values'],
  ['- title: Tea', 'posts/a.md:2: found a list, expected fields and their values'],
  [bomb, "posts/a.md:1: found front matter that can't be read: Excessive alias count"],
])('%j is refused, and where is said', (yaml, said) => {
  expect(() => fieldsOf(yaml)).toThrow(said)
})

test('every field at fault is named', () => {
  expect(() => fieldsOf('weight: a\ndraft: b')).toThrow(/3: draft: .*\n.*2: weight: /)
})

test.each([
  ['title: Tea\ndraft: true\n---\nText', 1],
  ['\n ---\ntitle: Tea\ntags:\n  - a\n- b\n ---\nText', 3],
  ['--- # My post\nlayout: post\nTitle: Tea\n...\nText', 2],
  ['—-\ntitle: Tea\ndraft: true\n—-\nText', 2],
  ['***\ntitle: Tea\ndraft: true\n***\nText', 2],
  ['—-\ntitle: Tea\ndate: 2099-01-01\n—-\nText', 2],
  ['~~~yaml\ntitle: Tea\ndraft: true\n~~~\nText', undefined],
  ['***\nTea: a leaf\n***\nText', undefined],
  ['—\nauthor: Ada\npublished: false\n---\nText', 2],
  ['draft: true\n---\nText', 1],
  ['title: how we name things\n---\nText', undefined],
  ['description: what\n  it is\n---\nText', undefined],
  ['date: a fruit\n\nslug: an animal\n\n---\nText', undefined],
  ['    title: Tea\n    draft: true\n    ---\n\nText\n\n---\n', undefined],
  ['---Ada\nText', undefined],
  ['----\nTea: true\n', undefined],
  ['----\r\ndraft: true\r\n----\r\nText', 2],
  ['<!-- A\ncomment -->\n---\ndate: 2016-05-01\ntitle: Tea\n---\nText', 4],
  ['  title: Tea\n  draft: true\n---', 1],
  ['title: Tea\ndraft: true\n\nText\n', 1],
  ['title: Tea\ndraft: yes # not yet\n\n---\n\nText\n', 1],
  ['draft: true\nText', 1],
  ['\ndraft: true', 2],
  ['Title: Tea\nDate: 2016-05-01\nStatus: draft\n\nText\n', 1],
  ['published: "no"\n\nText\n', 1],
  ["título: Tea\nmy key: x\n'draft': 'true'\nText\n", 1],
  ['title: Tea\n\ndraft: true\n\nText\n', 1],
  ['# CSS\nvisibility: hidden\n\nText\n', undefined],
  ['  visibility: hidden\n\nText\n', undefined],
  ['Title: a book\nAuthor: its author\n\nText\n', undefined],
  ['Draft: what I would say\n\nText\n', undefined],
  ['Text\n\ndraft: true\n', undefined],
])('the fields of %j, which no line opens, are not published as text', (text, line) => {
  const read = () => parseFrontMatter(file, text)
  if (line === undefined) expect(read().body).toBe(text)
  else
    expect(read).toThrow(
      `posts/a.md:${line}: found fields of front matter, expected a line of "---" alone before them, or two of those where they are text`,
    )
})

test('below two lines, what looks like fields is text', () => {
  expect(parseFrontMatter(file, '---\n---\nStatus: pending\n').body).toBe('Status: pending\n')
})

test.each(['js', 'json', 'toml', 'yaml'])(
  'front matter that begins with ---%s is refused',
  (language) => {
    expect(() => parseFrontMatter(file, `---${language}\n{ draft: true }\n---\nText`)).toThrow(
      `posts/a.md:1: found ${language} front matter (---${language}), expected YAML (---)`,
    )
  },
)

test('TOML is refused', () => {
  expect(() => parseFrontMatter(file, '+++\ntitle = "Tea"\n+++\n')).toThrow(
    'posts/a.md:1: found TOML front matter (+++), expected YAML (---)',
  )
})

test('JSON front matter is refused, a text that begins with a brace is not', () => {
  expect(() => parseFrontMatter(file, '{\n  "title": "Tea",\n  "draft": true\n}\n\nText')).toThrow(
    'posts/a.md:1: found JSON front matter ({…}), expected YAML (---)',
  )
  for (const text of ['{tea} is a set', '{"tea": 1} is JSON'])
    expect(parseFrontMatter(file, text).body).toBe(text)
})

test('JSON further down is part of the text', () => {
  const body = '```json\n{\n  "tea": 1\n}\n```\n'
  expect(parseFrontMatter(file, body).body).toBe(body)
  expect(parseFrontMatter(file, `---\ntitle: Tea\n---\n${body}`).body).toBe(body)
})

test('front matter that is never closed is refused', () => {
  expect(() => parseFrontMatter(file, '---\ntitle: Tea\n\nText')).toThrow(
    'posts/a.md:1: found front matter that never ends',
  )
})

test.each([
  ['titel: Tea', 'posts/a.md:2: titel: this field is not known; did you mean "title"?'],
  ['title: Tea\ntag: rain', 'posts/a.md:3: tag: this field is not known; did you mean "tags"?'],
  ['Date: 2016-05-01', 'posts/a.md:2: Date: this field is not known; did you mean "date"?'],
  ['wieght: 1', 'posts/a.md:2: wieght: this field is not known; did you mean "weight"?'],
])('the misspelt field in %j is pointed out', (yaml, warning) => {
  const { warnings } = parseFrontMatter(file, `---\n${yaml}\n---\n`)
  expect(warnings.map(describeProblem)).toEqual([warning])
})

test.each([
  'publishDate: 2016-05-01',
  'date: 2999-01-01\npublishDate: 2999-01-01',
  'date: 2999-02-01\npubDate: 2999-01-01',
  'expiryDate: 0001-01-01T00:00:00Z',
  'build: {list: never}',
])('another program’s %j holds back no text that would be seen here', (yaml) => {
  expect(parseFrontMatter(file, `---\n${yaml}\n---\n`).warnings).toEqual([])
})

test('a change from before the post is pointed out', () => {
  const warningsOf = (yaml: string) =>
    parseFrontMatter(file, `---\n${yaml}\n---\n`).warnings.map(describeProblem)
  expect(warningsOf('date: 2016-05-01\nupdated: 2015-06-01')).toEqual([
    'posts/a.md:3: updated: found 2015-06-01, expected no earlier day than its date',
  ])
  expect(warningsOf('date: 2016-05-01T10:00:00Z\nupdated: 2016-05-01')).toEqual([])
  const zones = 'date: 2016-05-01T00:30:00+02:00\nupdated: 2016-04-30T23:30:00Z'
  expect(warningsOf(zones)).toEqual([])
})

test('a field of another program is no slip', () => {
  expect(
    parseFrontMatter(file, '---\nlayout: post\nsticky: true\ncategory: Tea\ntags: tea\n---\n')
      .warnings,
  ).toEqual([])
})

test.each([
  ['permalink: /2016/tea/', 'permalink: found /2016/tea/'],
  ['url: /2016/tea/\naliases: /2015/tea/', 'url: found /2016/tea/'],
  ['redirect_from: [/a, /b, /c]\naliases: /b', 'redirect_from: found /a, /c'],
  ['alias: /2016/tea/', 'alias: found /2016/tea/'],
])('the address that another program gives by %j is not lost silently', (yaml, said) => {
  const { warnings } = parseFrontMatter(file, `---\n${yaml}\n---\n`)
  expect(warnings.map(describeProblem)).toEqual([
    `posts/a.md:2: ${said}, which gives no address here; expected old ones in "aliases"`,
  ])
})

test.each([
  ['title: Tea #5 is cold', 'title: found "#5 is cold", which YAML doesn\'t take for text'],
  ['title: !important tea', 'title: found "!important", which YAML doesn\'t take for text'],
  ['title: #5 is alive', 'title: found "#5 is alive", which YAML doesn\'t take for text'],
  ['description: Tea #5', 'description: found "#5", which YAML doesn\'t take for text'],
  ['image_alt: A pot #5', 'image_alt: found "#5", which YAML doesn\'t take for text'],
])('what YAML takes from %j is pointed out', (yaml, said) => {
  const { warnings } = parseFrontMatter(file, `---\n${yaml}\n---\n`)
  expect(warnings.map(describeProblem)).toEqual([
    `posts/a.md:2: ${said}; expected quotes round it all`,
  ])
})

test.each([
  'title: "Tea" # a working title',
  'description: >- # folded\n  Tea',
  'image_alt: ""  # none',
  'title: Tea\n  # a working title',
  'title:\n  # a working title\n  Tea',
  'tags: Tea # and more',
])('a comment in %j is one', (yaml) => {
  expect(parseFrontMatter(file, `---\n${yaml}\n---\n`).warnings).toEqual([])
})

test('a text in a folder of drafts says itself whether it is one', () => {
  for (const place of ['posts/_drafts/a.md', 'posts/drafts/2016/a.md']) {
    expect(() => parseFrontMatter(place, '---\ntitle: Tea\n---\n')).toThrow(
      'drafts/, which keeps no text from being published here; expected "draft: true", or "draft: false"',
    )
    expect(parseFrontMatter(place, '---\ndraft: false\n---\n').fields.draft).toBe(false)
  }
})

test('a day in a file’s name is pointed out where the post has none', () => {
  const warningsOf = (text: string) => parseFrontMatter('posts/2016-05-01-tea.md', text).warnings
  expect(warningsOf('Text').map(({ message }) => message)).toEqual([
    'found a day in the file\'s name, which dates no post here; expected "date: 2016-05-01"',
  ])
  expect(warningsOf('---\ndate: 2016-05-02\n---\n')).toEqual([])
})

test('the categories that another program sorts a post into are not lost silently', () => {
  const { warnings } = parseFrontMatter(file, '---\ncategories: [Tea, Pots]\ntags: tea\n---\n')
  expect(warnings.map(describeProblem)).toEqual([
    'posts/a.md:2: categories: found Pots; categories make no tags here, expected "tags"',
  ])
  const words = parseFrontMatter(
    file,
    '---\ncategories: tea green pots\ntags: [tea, green, pots]\n---',
  )
  expect(words.warnings).toEqual([])
})

test.each([
  'permalink: /posts/a/',
  'permalink: /notes/posts/a/index.html',
  'slug: tea\nurl: /posts/tea',
  'permalink: /2016/tea\naliases: /2016/Tea/',
  'permalink: /notes/2016/tea/\naliases: /2016/tea/',
  'permalink: /caf%C3%A9/\naliases: /café/',
  'url: https://example.org/a-link-of-the-day',
  'permalink: /:year/:title/',
])('%j gives no other address', (yaml) => {
  expect(parseFrontMatter(file, `---\n${yaml}\n---\n`).warnings).toEqual([])
})

test('a page may have the address that another program gave it', () => {
  const text = '---\npermalink: /about/\n---\n'
  expect(parseFrontMatter('pages/about.md', text).warnings).toEqual([])
})

test('a fault that breaks two rules is listed once', async () => {
  const files = { 'posts/a.md': '---\nlanguage: klingonish\n---\nText' }
  await expect(load(files)).rejects.toThrow(/^The content has a problem:\n.*language: found .*$/)
})
