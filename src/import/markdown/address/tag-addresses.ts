import { textAt } from '../fields/fields.ts'
import type { Generator } from '../site/find-site.ts'
import type { Site } from '../site/site.ts'
import { githubSlug, hugoSlug } from './address-words.ts'

/** Where the lists of tags' posts stood, where their generator makes some by itself. */
export function tagAddressesOf(tags: Iterable<string>, site: Site): [string, string][] {
  return [...tags].flatMap((tag) =>
    pathsOf(tag, site).map((path): [string, string] => [`${site.base}${path}`, tag]),
  )
}

function pathsOf(tag: string, { generator, settings }: Site): string[] {
  const name = (namesOf[generator]?.(tag) ?? '').replace(/[?#]/g, encodeURIComponent)
  // Of signs alone, nothing is left, or steps in a path.
  if (/^\.{0,2}$/.test(name)) return []
  if (generator === 'hugo') return [`/tags/${name}/`, `/categories/${name}/`]
  if (generator === 'hexo') {
    const tags = textAt(settings, 'tagdir') ?? 'tags'
    const categories = textAt(settings, 'categorydir') ?? 'categories'
    return [`/${tags}/${name}/`, `/${categories}/${name}/`]
  }
  if (generator === 'docusaurus')
    return [`/${textAt(settings, 'blogroute') ?? 'blog'}/tags/${name}`]
  return [`/tags/${name}/`]
}

/** How they name a tag in an address. */
const namesOf: Partial<Record<Generator, (tag: string) => string>> = {
  hugo: hugoSlug,
  hexo: (tag) => tag.trim().replace(/\s+/g, '-'),
  docusaurus: githubSlug,
  eleventy: githubSlug,
}
