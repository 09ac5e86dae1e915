import { plainText } from '../plain-text.ts'
import { textAt, textOf, type XmlElement } from '../xml/xml-element.ts'

/** A category or tag, by the part of the address that it has. */
export interface Term {
  kind: 'category' | 'tag'
  slug: string
  name: string
  parent?: string | undefined
}

type SaidTerm = { [K in keyof Term]?: Term[K] | undefined }

export const termOf = (element: XmlElement): SaidTerm =>
  element.name === 'wp:tag'
    ? { kind: 'tag', slug: textAt(element, 'wp:tag_slug'), name: textAt(element, 'wp:tag_name') }
    : {
        kind: 'category',
        slug: textAt(element, 'wp:category_nicename'),
        name: textAt(element, 'wp:cat_name'),
        parent: textAt(element, 'wp:category_parent'),
      }

/** An export of some posts alone has no list of all terms. */
export const termOfItem = (element: XmlElement): SaidTerm => ({
  kind: (element.attributes.domain ?? 'category') === 'category' ? 'category' : 'tag',
  slug: element.attributes.nicename,
  name: textOf(element),
})

export function learnTerm({ kind, slug, name, parent }: SaidTerm, terms: Map<string, Term>): void {
  if (kind === undefined || !slug || !name || terms.has(`${kind} ${slug}`)) return
  terms.set(`${kind} ${slug}`, structuredClone({ kind, slug, name, parent }))
}

/** A category stood below its parents, and was found without them as well. */
export function addressesOfTerm(
  { kind, slug, name, parent }: Term,
  terms: ReadonlyMap<string, Term>,
  home: string | undefined,
): [address: string, tag: string][] {
  const path = [slug]
  for (let above = parent; above !== undefined && path.length < 10; ) {
    path.unshift(above)
    above = terms.get(`${kind} ${above}`)?.parent
  }
  const tag = plainText(name) ?? name
  const base = home?.replace(/\/+$/, '') ?? ''
  return [...new Set([path.join('/'), slug])].map((below) => [`${base}/${kind}/${below}/`, tag])
}

/** Formats and the like are no tags; an early version had each tag twice, with a slug and without. */
export const isTag = ({ attributes: { domain = 'category' } }: XmlElement): boolean =>
  domain === 'category' || domain === 'post_tag' || domain === 'tag'
