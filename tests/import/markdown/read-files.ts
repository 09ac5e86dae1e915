import { expect } from 'vitest'
import type { Entry, ImportedBlog, ImportedPost } from '../../../src/import/imported-blog.ts'
import { readMarkdownSite } from '../../../src/import/markdown/read-markdown-site.ts'

export type Files = Record<string, string>

/** A site in memory. */
export async function readFiles(files: Files): Promise<{ entries: Entry[]; blog: ImportedBlog }> {
  const reading = readMarkdownSite({
    names: Object.keys(files),
    text: async (name) => files[name] ?? '',
  })
  const entries: Entry[] = []
  for (;;) {
    const { value, done } = await reading.next()
    if (done) return { entries, blog: value }
    entries.push(value)
  }
}

/** The post or page that one file of a site becomes; the others make the site what it is. */
export async function postFrom(
  name: string,
  text: string,
  site: Files = {},
): Promise<ImportedPost> {
  const { entries } = await readFiles({ ...site, [name]: text })
  const post = entries.find(
    (entry): entry is ImportedPost => 'file' in entry && entry.file === name,
  )
  expect(entries).toContainEqual(expect.objectContaining({ file: name }))
  if (post === undefined) throw new Error(`${name} became no post`)
  return post
}

/** What becomes of a body. */
export const bodyFrom = async (name: string, body: string, site: Files = {}): Promise<string> =>
  (await postFrom(name, `---\ntitle: Tea\n---\n${body}`, site)).text

export const jekyll: Files = { '_config.yml': 'url: https://example.org\n' }
export const hugo: Files = { 'hugo.toml': 'baseURL = "https://example.org/"\n' }
export const hexo: Files = { '_config.yml': 'url: https://example.org\n', 'scaffolds/post.md': '' }
export const docusaurus: Files = {
  'docusaurus.config.js': "module.exports = { url: 'https://example.org' }",
}
export const astro: Files = { 'astro.config.mjs': "export default { site: 'https://example.org' }" }
export const eleventy: Files = { '.eleventy.js': 'module.exports = () => {}' }
