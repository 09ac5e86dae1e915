import type { Fields } from '../fields/fields.ts'
import type { Site } from '../site/site.ts'
import type { SiteText } from '../site/site-text.ts'
import type { Targets } from '../targets.ts'

/** What a body is read in the light of. */
export interface BodyContext {
  markup: 'html' | 'markdown'
  text: SiteText
  fields: Fields
  site: Site
  targets: Targets
  /** Where the post stood. */
  address: string | undefined
  /** What of it could not be taken over as it was. */
  notes: Set<string>
}
