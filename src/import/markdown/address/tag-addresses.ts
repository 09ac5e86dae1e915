import { textAt } from '../fields/fields.ts'
import type { Site } from '../site/site.ts'
import { githubSlug, hugoSlug } from './address-words.ts'

/** Where the lists of tags' posts stood, where their generator makes some by itself. */
export function tagAddressesOf(tags: Iterable<string>, site: Site): [string, string][] {
  return [...tags].flatMap((tag) =>
    pathsOf(tag, site).map((path): [string, string] => [`${site.base}${path}`, tag]),
  )
}

function pathsOf(tag: string, { generator, settings }: Site): string[] {
  if (generator === 'hugo') return [`/tags/${hugoSlug(tag)}/`, `/categories/${hugoSlug(tag)}/`]
  if (generator === 'hexo') {
    const name = tag.trim().replace(/\s+/g, '-')
    const tags = textAt(settings, 'tagdir') ?? 'tags'
    const categories = textAt(settings, 'categorydir') ?? 'categories'
    return [`/${tags}/${name}/`, `/${categories}/${name}/`]
  }
  if (generator === 'docusaurus')
    return [`/${textAt(settings, 'blogroute') ?? 'blog'}/tags/${githubSlug(tag)}`]
  return generator === 'eleventy' ? [`/tags/${githubSlug(tag)}/`] : []
}
