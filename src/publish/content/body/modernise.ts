import type { Element, ElementContent, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { splitSuffix } from '../../../core/addresses.ts'
import { addClass, element, elementsOf, replaceElements } from '../../../core/html/elements.ts'

/** They part what stands in them from what stands beside; what else they tell is of whole pages. */
const blocks =
  'article aside center dialog fieldset footer form header hgroup legend main nav search section'

const replacements = new Map([
  ...blocks.split(' ').map((name) => [name, 'div'] as const),
  ['acronym', 'abbr'],
  ['big', 'span'],
  ['dir', 'ul'],
  ['listing', 'pre'],
  ['menu', 'ul'],
  ['strike', 's'],
  ['tt', 'code'],
  ['xmp', 'pre'],
])
const embeds = new Set(['iframe', 'embed', 'object', 'video', 'audio'])

/**
 * Says in today's HTML what old or foreign markup meant, before the sanitiser would lose it:
 * alignment as a class, sizes in pixels, addresses without decoration, named anchors as ids, players and frames as plain links.
 */
export function modernise(tree: Root): void {
  replaceElements(tree, (node, parent) => {
    if (embeds.has(node.tagName)) {
      const link = linkTo(node)
      const inBlock =
        parent.type === 'root' || /^(div|figure|section|li|td|blockquote)$/.test(parent.tagName)
      return inBlock && link.type === 'element'
        ? element('p', { className: ['embed'] }, [link])
        : link
    }
    if (node.tagName === 'center') addClass(node, 'align-center')
    node.tagName = replacements.get(node.tagName) ?? node.tagName

    for (const side of ['width', 'height']) toPixels(node, side)
    for (const reference of ['href', 'src', 'cite']) tidyAddress(node, reference)
    // Words there were meant to be seen, and never are.
    if (/\s/.test(String(node.properties.cite ?? ''))) delete node.properties.cite
    const { align, style, name, id } = node.properties
    const alignment = align ?? /(?:^|;)\s*text-align\s*:\s*(\w+)/.exec(String(style ?? ''))?.[1]
    if (typeof alignment === 'string') addClass(node, `align-${alignment.toLowerCase()}`)
    if (node.tagName === 'a' && typeof name === 'string' && id === undefined)
      node.properties.id = name
    return undefined
  })
}

/** A side in pixels is a bare number in today's HTML; in anything else it can't be said. */
function toPixels({ properties }: Element, side: string): void {
  const written = String(properties[side] ?? '').trim()
  const pixels = /^(\d+)(\.\d+)?\s*(px)?;?$/.exec(written)?.[1]
  properties[side] = pixels === undefined ? undefined : Number(pixels)
}

/** Spaces around an address and capitals in its scheme mean nothing, but hide what it is. */
function tidyAddress({ properties }: Element, reference: string): void {
  const address = properties[reference]
  if (typeof address !== 'string') return
  properties[reference] = address
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => scheme.toLowerCase())
}

function linkTo(embed: Element): ElementContent {
  const { src, data, title } = embed.properties
  const href = src ?? data ?? sourceWithin(embed)
  if (typeof href !== 'string') return { type: 'text', value: textOf(embed) }
  const address = href.replace(/^\/\//, 'https://')
  const words = title ? String(title) : `${nameOf(embed.tagName)}: ${inShort(address)}`
  return element('a', { href: address }, [{ type: 'text', value: words }])
}

/** Where on the web it is; of a file of the blog's its name. */
const inShort = (address: string): string =>
  splitSuffix(address)[0].replace(/^https?:\/\/(www\.)?|^(?![a-z]+:).*\//i, '')

const nameOf = (tagName: string): string =>
  ({ video: 'Video', audio: 'Audio' })[tagName] ?? 'Embedded'

const sourceWithin = (embed: Element): unknown =>
  elementsOf(embed).find(
    ({ tagName, properties }) =>
      (tagName === 'source' || tagName === 'embed') && properties.src !== undefined,
  )?.properties.src
