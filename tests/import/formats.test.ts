import { join } from 'node:path'
import { expect, test } from 'vitest'
import { orFailed } from '../../src/import/formats/or-failed.ts'
import { recogniseFormat, refuse } from '../../src/import/formats.ts'
import { makeFolder } from '../publish/content-folder.ts'
import { collect, feedOf } from './read-import.ts'

test.each([
  ['json-feed', feedOf([])],
  ['json-feed', `  \n${feedOf([])}`],
  ['json-feed', JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: [] }, null, 2)],
  ['json-feed', JSON.stringify({ items: [], version: 'https://www.jsonfeed.org/version/1.1' })],
  ['json-feed', '{ "version": "1.1", "items": [] }'],
  ['json-feed', '{ "items": [{ "id": "1", "content_html": "<p>Tea</p>" }] }'],
  ['feed', '<rss version="2.0"><channel></channel></rss>'],
  [
    'feed',
    '<?xml version="1.0"?>\n<!-- <html> --><feed xmlns="http://www.w3.org/2005/Atom"/>'.replace(
      '<html>',
      '',
    ),
  ],
  ['feed', '<br />\n<b>Warning</b>: mail() in <b>x.php</b>\n<?xml version="1.0"?><rss></rss>'],
  ['feed', '<rdf:RDF xmlns="http://purl.org/rss/1.0/"></rdf:RDF>'],
  ['feed', '<a:feed xmlns:a="http://www.w3.org/2005/Atom"></a:feed>'],
  ['blogger', '<entry><id>tag:blogger.com,1999:blog-7.post-1</id></entry></feed>'],
  ['wordpress', '<item><title>Tea</title><wp:post_id>1</wp:post_id></item></channel></rss>'],
  ['wordpress', '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel></channel></rss>'],
  [
    'blogger',
    '<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:blogger.com,1999:blog-1</id></feed>',
  ],
  ['blogger', '<feed xmlns:blogger="http://schemas.google.com/blogger/2018"></feed>'],
  [
    'blogger-json',
    '{"version":"1.0","feed":{"id":{"$t":"tag:blogger.com,1999:blog-1"},"entry":[]}}',
  ],
  ['disqus', '<?xml version="1.0"?>\n<disqus xmlns="http://disqus.com"></disqus>'],
])('a %s is recognised by its content: %s', (key, text) => {
  expect(recogniseFormat(text)?.key).toBe(key)
})

test.each([
  ['', 'an empty file'],
  ['  \n', 'an empty file'],
  ['PK\u0003\u0000', 'a file that is no text'],
  ['<!DOCTYPE html><title>Tea</title>', 'a web page (HTML)'],
  ['<html><body><rss ></rss></body></html>', 'a web page (HTML)'],
  ['<?xml version="1.0"?><opml/>', 'XML that is no feed and no export of a blog'],
  ['<opml version="2.0"></opml>', 'a list of feeds (OPML)'],
  ['{ "posts": [] }', 'JSON that is no feed'],
  ['[]', 'JSON that is no feed'],
  ['# Tea', 'plain text'],
])('%j is refused, and what it seems to be is said', (text, seems) => {
  expect(recogniseFormat(text)).toBeUndefined()
  expect(() => refuse(text)).toThrow(`found ${seems}, expected one of: Blogger export, `)
})

test("a file's name says nothing of its format", async () => {
  const folder = makeFolder({ 'page.html': feedOf([{ id: '1', title: 'Tea' }]) })
  expect((await collect(join(folder, 'page.html'))).format).toBe('JSON Feed')
})

test('a format can be forced on a source', async () => {
  const folder = makeFolder({ 'feed.txt': '{ "items": [{ "title": "Tea" }] }' })
  await expect(collect(join(folder, 'feed.txt'))).rejects.toThrow('found JSON that is no feed')
  const { entries } = await collect(join(folder, 'feed.txt'), 'json-feed')
  expect(entries).toMatchObject([{ kind: 'post', title: 'Tea' }])
})

test('an entry that breaks the reading is lost alone', () => {
  const broken = () => {
    throw new RangeError('Maximum call stack size exceeded')
  }
  expect(orFailed({ name: 'comment 7', isComment: true }, broken)).toEqual({
    kind: 'failed',
    name: 'comment 7',
    isComment: true,
    reason: "found a text that can't be read (Maximum call stack size exceeded)",
  })
})
