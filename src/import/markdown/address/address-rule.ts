import type { Fields } from '../fields/fields.ts'
import type { Site } from '../site/site.ts'
import type { SiteText } from '../site/site-text.ts'
import type { Placeholders } from './permalink.ts'

/** What the address of a text depends on. */
export interface Placed {
  text: SiteText
  fields: Fields
  date: string | undefined
  kind: 'post' | 'page'
  site: Site
}

/** How a generator makes a text's address where its own fields give none. */
export interface AddressRule {
  /** Undefined where it gives it none. */
  pattern: string | undefined
  /** What patterns may ask for, in the text's own fields too. */
  values: Placeholders
}
