import type { Nodes } from 'hast'
import { expect, test } from 'vitest'
import { twinPath } from '../../src/core/addresses.ts'
import { parseHtml } from '../../src/core/html/parse-html.ts'
import { sharedTwins, sitePages } from '../../src/publish/twins/site-pages.ts'
import { createPrerender } from '../../src/reader/prerender.tsx'
import { load } from '../publish/content-folder.ts'

const post = (date: string, more = '') =>
  `---\ntitle: Τσάι\ndate: ${date}\ntags: [ποτό, βροχή]\nauthor: Ελένη\n${more}---\nΖεστό.\n`
const comments = [
  { id: '1', author: 'Νίκος', content_html: '<p>Ναι.</p>' },
  { id: '2', author: 'Μαρία', content_html: '<p>Όχι.</p>', date: '2016-05-01' },
]
const blog = {
  title: 'Σημειώσεις',
  description: 'Για το τσάι.',
  language: 'el',
  postsPerPage: 1,
  links: [{ title: 'Σπίτι', url: '/σπίτι/' }],
}
const files = {
  'posts/α.md': post('2016-05-01', 'updated: 2016-06-01\n'),
  'posts/β.md': post('2015-05-01'),
  'posts/γ.md': 'Χωρίς τίτλο.',
  'pages/σπίτι.md': '---\ntitle: Σπίτι\n---\nΕδώ.',
  'comments/α.json': JSON.stringify(comments),
  'views.csv': 'path,views,date\n/posts/α/,2,2020-06-14\n/posts/β/,1,2020-06-14\n',
}

/** The texts below a node that have Latin letters and are not said to be English; addresses are in no language. */
function unmarked(node: Nodes, language: string): string[] {
  if (node.type === 'text')
    return language !== 'en' && /^[^/]*[a-z]/i.test(node.value) ? [node.value] : []
  if (!('children' in node)) return []
  if (node.type === 'element' && ['script', 'title', 'style'].includes(node.tagName)) return []
  const own = node.type === 'element' ? node.properties.lang : undefined
  return node.children.flatMap((child) => unmarked(child, String(own ?? language)))
}

test.each([
  ['a title of its own', { title: 'Δημοφιλή', count: 1 }],
  ['the title that is ours', { count: 1 }],
])(
  'in a blog of another language with %s for popular posts, each word of the interface is said to be English',
  async (_, popular) => {
    const content = await load({ ...files, 'blog.json': JSON.stringify({ ...blog, popular }) })
    const prerender = createPrerender('/')
    const shared = sharedTwins(content)
    const pages = sitePages(content).map(({ path, twin }) => ({
      path,
      twins: { ...shared, [twinPath(path)]: twin() },
    }))
    const others = ['/404.html', '/offline.html'].map((path) => ({ path, twins: shared }))
    const found = [...pages, ...others].flatMap((page) =>
      unmarked(parseHtml(prerender(page).body), 'el').map((text) => `${page.path}: ${text}`),
    )
    expect(pages.length).toBeGreaterThan(15)
    expect(found).toEqual([])
  },
)
