import { expect, test } from 'vitest'
import { blogger } from '../../../src/import/formats/blogger.ts'
import { bloggerJson } from '../../../src/import/formats/blogger-json.ts'
import { postWith, readWith } from '../read-import.ts'

const kind = (name: string) =>
  `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/>`
const backup = (...entries: string[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:app="http://purl.org/atom/app#">
   <id>tag:blogger.com,1999:blog-7.archive</id><title>Notes</title>
   <link rel="alternate" type="text/html" href="http://notes.blogspot.com/"/>
   ${entries.map((entry) => `<entry>${entry}</entry>`).join('\n')}</feed>`
const takeout = (...entries: string[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018"><id>tag:blogger.com,1999:blog-7</id><title>Notes</title>
   ${entries.map((entry) => `<entry>${entry}</entry>`).join('\n')}</feed>`
const id = (number: number, what = 'post') =>
  `<id>tag:blogger.com,1999:blog-7.${what}-${number}</id>`

test('a classic backup: each entry is what its kind says', async () => {
  const { entries, blog } = await readWith(
    blogger,
    backup(
      `${id(0, 'layout')}${kind('template')}<title>Template: Notes</title><content>&lt;html/&gt;</content>`,
      `${id(0, 'settings')}${kind('settings')}<title>The name of the blog</title><content>Notes</content>`,
      `${id(1)}${kind('post')}<category scheme="http://www.blogger.com/atom/ns#" term="tea"/><title>Tea</title>
       <published>2010-05-01T10:00:00.001+02:00</published><updated>2010-05-02T10:00:00.001+02:00</updated>
       <content type="html">Warm.&lt;br /&gt;&lt;br /&gt;Good.</content>
       <link rel="self" href="http://www.blogger.com/feeds/7/posts/default/1"/>
       <link rel="alternate" type="text/html" href="http://notes.blogspot.com/2010/05/tea.html"/>`,
      `${id(2)}${kind('post')}<title>Half</title><content type="html">x</content><app:control><app:draft>yes</app:draft></app:control>`,
      `${id(3, 'page')}${kind('page')}<title>About</title><content type="html">Me.</content><link rel="alternate" type="text/html" href="http://notes.blogspot.com/p/about.html"/>`,
      `${id(4)}${kind('comment')}<title>Nice</title><content type="html">Nice.</content><author><name>Bo</name><uri>http://www.blogger.com/profile/1</uri><email>noreply@blogger.com</email></author>
       <published>2010-05-01T11:00:00+02:00</published><thr:in-reply-to ref="tag:blogger.com,1999:blog-7.post-1" href="http://notes.blogspot.com/2010/05/tea.html"/>`,
      `${id(5)}${kind('comment')}<content type="html">Yes.</content><author><name>Ada</name></author>
       <thr:in-reply-to ref="tag:blogger.com,1999:blog-7.post-1"/><link rel="related" href="http://www.blogger.com/feeds/7/1/comments/default/4"/>`,
    ),
  )
  expect(blog).toMatchObject({
    title: 'Notes',
    home: 'http://notes.blogspot.com/',
    tagAddresses: [['/search/label/tea', 'tea']],
  })
  expect(entries).toMatchObject([
    { kind: 'skipped', name: 'Template: Notes', reason: 'the template' },
    { kind: 'skipped', reason: 'a setting' },
    {
      kind: 'post',
      id: 'tag:blogger.com,1999:blog-7.post-1',
      date: '2010-05-01T10:00:00.001+02:00',
      updated: '2010-05-02T10:00:00.001+02:00',
      tags: ['tea'],
      text: expect.stringMatching(/^<p>Warm\.<\/p>\s*<p>Good\.<\/p>$/),
      addresses: ['http://notes.blogspot.com/2010/05/tea.html'],
      draft: false,
    },
    { kind: 'post', title: 'Half', draft: true },
    { kind: 'page', title: 'About', addresses: ['http://notes.blogspot.com/p/about.html'] },
    {
      kind: 'comment',
      post: 'tag:blogger.com,1999:blog-7.post-1',
      author: 'Bo',
      date: '2010-05-01T11:00:00+02:00',
      inReplyTo: undefined,
      isEntry: true,
    },
    { kind: 'comment', inReplyTo: 'tag:blogger.com,1999:blog-7.post-4' },
  ])
  expect(JSON.stringify(entries)).not.toContain('noreply')
})

test("today's Takeout: types, statuses and the bin are told by elements of Blogger's own", async () => {
  const { entries } = await readWith(
    blogger,
    takeout(
      `${id(1)}<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>Tea</title><content type="html">Warm.</content>
       <blogger:filename>/2026/06/tea.html</blogger:filename><blogger:metaDescription>On tea.</blogger:metaDescription><blogger:trashed/>
       <category term="tea" scheme="tag:blogger.com,1999:blog-7"/>`,
      `${id(2)}<blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status><title>Half</title><content/>`,
      `${id(3)}<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>Gone</title><blogger:trashed>2026-01-01T00:00:00Z</blogger:trashed>`,
      `${id(4)}<blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status><blogger:parent>tag:blogger.com,1999:blog-7.post-1</blogger:parent><blogger:inReplyTo/><content>Nice.</content>`,
      `${id(5)}<blogger:type>COMMENT</blogger:type><blogger:status>SPAM</blogger:status><blogger:parent>tag:blogger.com,1999:blog-7.post-1</blogger:parent><content>Buy.</content>`,
      `${id(6)}<blogger:type>PAGE</blogger:type><blogger:status>LIVE</blogger:status><title>About</title><content>Me.</content><blogger:filename>/p/about.html</blogger:filename>`,
    ),
  )
  expect(entries).toMatchObject([
    {
      kind: 'post',
      addresses: ['/2026/06/tea.html'],
      description: 'On tea.',
      tags: ['tea'],
      draft: false,
    },
    { kind: 'post', title: 'Half', draft: true },
    { kind: 'skipped', name: 'Gone', reason: 'a post in the bin' },
    {
      kind: 'comment',
      post: 'tag:blogger.com,1999:blog-7.post-1',
      author: 'Anonymous',
      inReplyTo: undefined,
    },
    { kind: 'skipped', reason: 'a comment that was spam' },
    { kind: 'page', addresses: ['/p/about.html'] },
  ])
})

const page = (start: number, total: number) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:openSearch="http://a9.com/-/spec/opensearchrss/1.0/"><id>tag:blogger.com,1999:blog-7</id>
   <openSearch:totalResults>${total}</openSearch:totalResults><openSearch:startIndex>${start}</openSearch:startIndex>
   <entry>${id(start)}<title>One</title></entry><entry>${id(start + 1)}<title>Two</title></entry></feed>`

test('a feed goes on after what was received, and not after what was asked for', async () => {
  const first = await readWith(
    blogger,
    page(1, 5),
    'https://notes.example/feeds/posts/default?max-results=3',
  )
  expect(first.blog.more).toEqual([
    {
      address: 'https://notes.example/feeds/posts/default?max-results=3&start-index=3',
      isGuess: false,
    },
    { address: 'https://notes.example/feeds/comments/default?max-results=3', isGuess: true },
    { address: 'https://notes.example/feeds/pages/default?max-results=3', isGuess: true },
  ])
  const last = await readWith(
    blogger,
    page(4, 5),
    'https://notes.example/feeds/posts/default?start-index=4',
  )
  expect(last.blog.more).toEqual([])
})

test('the same feed in JSON is the same blog', async () => {
  const text = JSON.stringify({
    version: '1.0',
    feed: {
      id: { $t: 'tag:blogger.com,1999:blog-7' },
      title: { type: 'text', $t: 'Notes' },
      openSearch$totalResults: { $t: '1' },
      link: [{ rel: 'alternate', type: 'text/html', href: 'http://notes.blogspot.com/' }],
      entry: [
        {
          id: { $t: 'tag:blogger.com,1999:blog-7.post-1' },
          published: { $t: '2010-05-01T10:00:00.001+02:00' },
          category: [{ scheme: 'http://www.blogger.com/atom/ns#', term: 'tea' }],
          title: { type: 'text', $t: 'Tea' },
          content: { type: 'html', $t: 'Warm.' },
          link: [
            {
              rel: 'alternate',
              type: 'text/html',
              href: 'http://notes.blogspot.com/2010/05/tea.html',
            },
          ],
          author: [{ name: { $t: 'Bo' } }],
        },
      ],
    },
  })
  expect((await readWith(bloggerJson, text)).blog).toMatchObject({
    title: 'Notes',
    home: 'http://notes.blogspot.com/',
  })
  expect(await postWith(bloggerJson, text)).toMatchObject({
    id: 'tag:blogger.com,1999:blog-7.post-1',
    title: 'Tea',
    text: '<p>Warm.</p>',
    tags: ['tea'],
    author: 'Bo',
    addresses: ['http://notes.blogspot.com/2010/05/tea.html'],
  })
})

test('a status that nobody knows makes a draft, and the settings give the description', async () => {
  const { entries, blog } = await readWith(
    blogger,
    takeout(
      `${id(1)}<blogger:type>POST</blogger:type><blogger:status>HIDDEN</blogger:status><title>Tea</title><content type="html">Warm.</content>`,
      `<id>tag:blogger.com,1999:blog-7.settings.BLOG_DESCRIPTION</id>${kind('settings')}<title>A description</title><content type="text">Short ones.</content>`,
    ),
  )
  expect(entries).toMatchObject([
    { kind: 'post', draft: true, notes: ['was HIDDEN, and is a draft now'] },
    { kind: 'skipped' },
  ])
  expect(blog.description).toBe('Short ones.')
})
