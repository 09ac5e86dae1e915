import type { Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { elementsOf, hasClass } from '../../../core/html/elements.ts'

/** Tells screen readers where the footnotes are, and which reference each way back leads to. */
export function nameFootnotes(tree: Root): void {
  const elements = elementsOf(tree)
  const byAddress = new Map(elements.map((element) => [`#${element.properties.id}`, element]))
  const timesNamed = new Map<string, number>()
  for (const element of elements) {
    const { properties } = element
    if (hasClass(element, 'footnotes'))
      Object.assign(properties, { role: 'doc-endnotes', ariaLabel: 'Footnotes' })
    if (!hasClass(element, 'footnote-backref')) continue
    const reference = byAddress.get(String(properties.href))
    const number = reference === undefined ? '' : textOf(reference).replace(/[[\]]/g, '')
    const times = (timesNamed.get(number) ?? 0) + 1
    timesNamed.set(number, times)
    properties.ariaLabel = `Back to reference ${number}${times > 1 ? `-${times}` : ''}`.trim()
  }
}
