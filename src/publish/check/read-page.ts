import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** What a page of a built site says and refers to. */
export class CheckedPage {
  readonly titles: string[] = []
  /** The `content` of the `meta` elements, by their name or property. */
  readonly metas = new Map<string, string[]>()
  readonly canonicals: string[] = []
  readonly links: string[] = []
  readonly images: CheckedImage[] = []
  readonly ids = new Set<string>()
  /** JSON-LD. */
  readonly data: string[] = []
}

export interface CheckedImage {
  src: string
  alt: string | undefined
  hasSize: boolean
  /** One of the text: those beside it repeat what a link says. */
  isInText: boolean
}

export function readPage(html: string): CheckedPage {
  const page = new CheckedPage()
  walk(parse(html), page, false)
  return page
}

function walk(node: DefaultTreeAdapterTypes.Node, page: CheckedPage, isInText: boolean): void {
  const inText = isInText || ('tagName' in node && attributesOf(node).class === 'prose')
  if ('tagName' in node) note(node, page, inText)
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, page, inText)
}

function note(
  element: DefaultTreeAdapterTypes.Element,
  page: CheckedPage,
  isInText: boolean,
): void {
  const { id, href, src, alt, rel, type, name, property, content, width, height } =
    attributesOf(element)
  if (id !== undefined) page.ids.add(id)
  switch (element.tagName) {
    case 'title':
      if (element.namespaceURI.endsWith('xhtml')) page.titles.push(textOf(element))
      break
    case 'meta': {
      const key = name ?? property
      if (key !== undefined) page.metas.set(key, [...(page.metas.get(key) ?? []), content ?? ''])
      break
    }
    case 'link':
      if (href === undefined) break
      if (rel === 'canonical') page.canonicals.push(href)
      else page.links.push(href)
      break
    case 'a':
    case 'area':
      if (href !== undefined) page.links.push(href)
      break
    case 'script':
      if (type === 'application/ld+json') page.data.push(textOf(element))
      if (src !== undefined) page.links.push(src)
      break
    case 'img':
      page.images.push({
        src: src ?? '',
        alt,
        hasSize: width !== undefined && height !== undefined,
        isInText,
      })
  }
}

const attributesOf = ({
  attrs,
}: DefaultTreeAdapterTypes.Element): Partial<Record<string, string>> =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]))

const textOf = ({ childNodes }: DefaultTreeAdapterTypes.Element): string =>
  childNodes.map((child) => ('value' in child ? child.value : '')).join('')
