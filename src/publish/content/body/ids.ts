import type { Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { elementsOf } from '../../../core/html/elements.ts'
import { digestOf } from '../../digest.ts'

/** Ids that the site's own pages rely on. */
const ownIds =
  'main root state page-title comments popular related reading-settings search-words search-tag search-year more-results'.split(
    ' ',
  )
/** What the site's scripts ask whether it is there: an element with an id is a global variable. */
const globals = ['requestIdleCallback', 'goog', 'Deno']

/** Gives each paragraph an id made of its words: it stays while those around it change. */
export function nameParagraphs(tree: Root): void {
  for (const child of tree.children)
    if (child.type === 'element' && child.tagName === 'p' && textOf(child).trim() !== '')
      child.properties.id ??= `p-${digestOf(textOf(child)).slice(0, 6)}`
}

/** Keeps every id of a text unique, and apart from the site's own and from `others`; links within the text follow. */
export function separateIds(tree: Root, others: readonly string[]): void {
  const foreign = new Set([...ownIds, ...globals, ...others])
  const taken = new Set<string>()
  // Counted on from there: thousands of paragraphs may say the same.
  const copies = new Map<string, number>()
  const renamed = new Map<string, string>()
  const elements = elementsOf(tree)
  for (const { properties } of elements) {
    const written = String(properties.id ?? '')
    if (written === '' || /\s/.test(written)) {
      delete properties.id
      continue
    }
    const wanted = foreign.has(written) ? `text-${written}` : written
    let id = wanted
    for (let copy = (copies.get(wanted) ?? 0) + 1; taken.has(id); copy++) {
      id = `${wanted}-${copy}`
      copies.set(wanted, copy)
    }
    taken.add(id)
    if (id !== written && !renamed.has(written)) renamed.set(written, id)
    properties.id = id
  }
  for (const { properties } of elements) {
    const { href } = properties
    if (typeof href !== 'string' || !href.startsWith('#')) continue
    const target = href.slice(1)
    // An id that stands twice is linked to where it stands first.
    if (!taken.has(target)) properties.href = `#${renamed.get(target) ?? target}`
  }
}
