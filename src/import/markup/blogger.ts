import type { Root } from 'hast'
import { element } from '../../core/html/elements.ts'
import { makeFigures } from './blogger-figures.ts'
import { repairPictures } from './blogger-pictures.ts'
import { saySidesOnce } from './blogger-sides.ts'
import { sayPlainly } from './blogger-styles.ts'
import { paragraphsOf } from './paragraphs.ts'

/** A text as Blogger's editors left it becomes HTML that says what it is: paragraphs, figures, emphasis. */
export function repairBlogger(tree: Root): void {
  const children = tree.children.filter((child) => child.type !== 'doctype')
  const text = element('div', {}, children)
  repairPictures(text)
  makeFigures(text)
  saySidesOnce(text)
  sayPlainly(text)
  tree.children = paragraphsOf(text)
}
