import { tagKey } from '../../core/tags.ts'
import type { Problem } from './problems.ts'

/** What a field is called, and what it holds. */
type Field = readonly [name: string, value: unknown]
/** A problem's part that the reader of the front matter knows nothing of: where the field stands. */
type Found = Pick<Problem, 'field' | 'message'>

/** What Jekyll and others have in texts that are not to be seen, as fields and what they hold. */
const hiddenBy: readonly [field: RegExp, value: RegExp][] = [
  [/^publish(ed)?$/i, /^(false|no|off|0)$/i],
  [/^(private|hidden|unlisted|is_?draft)$/i, /^(true|yes|on|1)$/i],
  [/^(status|visibility)$/i, /^(draft|pending|private|hidden|unlisted|unpublished)$/i],
  [/^password$/i, /^(?!false$|no$)/i],
]

/** Fields by which other programs would not publish a text. */
export const hiddenElsewhere = (fields: readonly Field[]): Found[] =>
  fields
    .filter(([name, value]) =>
      hiddenBy.some(([field, holds]) => field.test(name) && holds.test(String(value))),
    )
    .map(([field, value]) => ({
      field,
      // What is printed may be read by others.
      message: `found ${/^password$/i.test(field) ? 'one' : value}, which keeps no text from being published here; expected "draft: true"`,
    }))

/**
 * Addresses that other programs give a text by its fields, and that `isKnown` does not count among
 * the text's own. Those of other sites, and patterns, are left out.
 */
export const addressedElsewhere = (
  fields: readonly Field[],
  isKnown: (address: string) => boolean,
): Found[] =>
  fields
    .filter(([name]) => /^(permalink|url|alias|redirects?|redirect_?from)$/i.test(name))
    .flatMap(([field, value]) => {
      const lost = [value].flat().filter((address) => isAddress(address) && !isKnown(address))
      if (lost.length === 0) return []
      return {
        field,
        message: `found ${lost.join(', ')}, which gives no address here; expected old ones in "aliases"`,
      }
    })

const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^\/[^:{}<>]*$/.test(value)

/** Categories that other programs sort a text into, and that are not among its tags. */
export const sortedElsewhere = (fields: readonly Field[], tags: readonly string[]): Found[] =>
  fields
    .filter(([name]) => /^categor(y|ies)$/i.test(name))
    .flatMap(([field, value]) => {
      const own = tags.map(tagKey)
      const lost = [value]
        .flat()
        .map(String)
        .filter((name) => !own.includes(tagKey(name)))
      if (lost.length === 0) return []
      return {
        field,
        message: `found ${lost.join(', ')}, which makes no tag here; expected "tags"`,
      }
    })

/** What other programs make something of in a text, and what to write instead. */
const marks: readonly [mark: RegExp, advice: string][] = [
  // Jekyll's and Hexo's tags, and Hugo's shortcodes; of one without spaces the braces are left.
  [/\{%-?\s*[a-z][^{}]*%\}|\{\{[<%]\s*[\w/][^{}]*[>%]\}\}|\{\{\s*\}\}/, ''],
  // Obsidian's. Brackets round a number are a note's.
  [
    /!?\[\[(?!\d+\])[^[\]]+\]\]/,
    '; expected a link ([Tea](tea.md)) or a picture (![Tea](tea.png))',
  ],
  // Where spaces are taken for part of the path.
  [
    /!?\[[^[\]]*\]\([^()<>\s"]+ [^()<>"]*\.\w{2,4}\)/,
    '; expected a path without spaces, or one within < and >',
  ],
  // A footnote whose text is missing.
  [/\[\^[^\s[\]]+\]/, '; expected its text ([^name]: …) somewhere below'],
]

/** Says of the first of each of those marks in a text that it is there. */
export const marksElsewhere = (text: string): string[] =>
  marks.flatMap(([pattern, advice]) => {
    const [mark] = pattern.exec(text) ?? []
    return mark === undefined ? [] : `found ${mark}, which stays as it is${advice}`
  })
