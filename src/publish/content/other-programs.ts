import { parseDate } from '../../core/dates.ts'
import { tagKey } from '../../core/tags.ts'
import type { Problem } from './problems.ts'

/** What a field is called, and what it holds. */
type Field = readonly [name: string, value: unknown]
/** A problem's part that the reader of the front matter knows nothing of: where the field stands. */
export type Found = Pick<Problem, 'field' | 'message'>

type HidingFields = readonly [field: RegExp, value: RegExp][]

/** What says in so many words that a text is not to be seen, as fields and what they hold. */
const openlyHiddenBy: HidingFields = [
  [/^publish(ed)?$/i, /^(false|no|off|0)$/i],
  [/^(private|hidden|unlisted|is_?draft)$/i, /^(true|yes|on|1)$/i],
  [/^((post_)?status|visibility)$/i, /^(draft|pending|private|hidden|unlisted|unpublished)$/i],
]

/** What Jekyll and others have in texts that are not to be seen. */
const hiddenBy: HidingFields = [
  ...openlyHiddenBy,
  [/^password$/i, /^(?!false$|no$)/i],
  // Eleventy writes no page of it, and Hugo none.
  [/^permalink$/i, /^false$/i],
  [/^_?build\.render$/i, /^(never|false|link)$/i],
  // Here nothing ends by itself; the year 1 is Hugo's word for none.
  [/^(expiry|unpublish)_?date$/i, /^(?!0001-)/],
  [/^expires$/i, /^(?!0001-)\d{4}-/],
]

const isAmong = (hiding: HidingFields, [name, value]: Field): boolean =>
  hiding.some(([field, holds]) => field.test(name) && holds.test(String(value)))

/** Whether a field keeps its text from being seen, here or in another program. */
export const isHiding = (field: Field): boolean =>
  isAmong([...openlyHiddenBy, [/^draft$/i, /^(true|yes|on|1)$/i]], field)

const isPublishDay = (name: string): boolean => /^((publish_?|pub)date|scheduled)$/i.test(name)

/** Whether Hugo's day of publication is one to come, which the text's date does not wait for. */
function isEarly([name, value]: Field, fields: readonly Field[]): boolean {
  if (!isPublishDay(name)) return false
  const [date] = fields.flatMap(([name, value]) => (name === 'date' ? momentOf(value) : []))
  return momentOf(value) > Math.max(Date.now(), date ?? 0)
}

/** Not a number where it is no date. */
const momentOf = (value: unknown): number => Date.parse(parseDate(String(value)) ?? '')

/** Fields, and a folder, by which other programs would not publish a text. */
export function hiddenElsewhere(fields: readonly Field[], file: string): Found[] {
  const found = fields
    .flatMap(withParts)
    .filter((field) => isEarly(field, fields) || isAmong(hiddenBy, field))
    .map(([name, value]) => ({
      field: name.replace(/\..*/, ''),
      // What is printed may be read by others.
      message:
        keepsNoneBack(/^password$/i.test(name) ? 'one' : value) +
        (isPublishDay(name) ? `, or "date: ${value}"` : ''),
    }))
  const [folder] = /(?<=\/)_?drafts\//i.exec(file) ?? []
  const saysItself = fields.some(([name]) => name === 'draft')
  return folder === undefined || saysItself
    ? found
    : [...found, { message: `${keepsNoneBack(`a text in a folder ${folder}`)}, or "draft: false"` }]
}

/** A field that holds others is those: "build.render". */
const withParts = ([name, value]: Field): Field[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).map(([part, held]) => [`${name}.${part}`, held])
    : [[name, value]]

const keepsNoneBack = (found: unknown): string =>
  `found ${found}, which keeps no text from being published here; expected "draft: true"`

/** The day that Jekyll reads from a file's name. */
export function datedElsewhere(fields: readonly Field[], file: string): Found[] {
  const [, day] = /^posts\/(?:.*\/)?(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(file) ?? []
  return day === undefined || fields.some(([name]) => name === 'date')
    ? []
    : [
        {
          message: `found a day in the file's name, which dates no post here; expected "date: ${day}"`,
        },
      ]
}

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
      const isTag = (name: string) => own.includes(tagKey(name))
      const lost = [value]
        .flat()
        .map(String)
        // Jekyll's may be several words.
        .filter((name) => !isTag(name) && !name.split(/[\s,]+/).every(isTag))
      if (lost.length === 0) return []
      return {
        field,
        message: `found ${lost.join(', ')}; categories make no tags here, expected "tags"`,
      }
    })

/** What other programs make something of in a text, and what to write instead. */
const marks: readonly [mark: RegExp, advice: string][] = [
  // Jekyll's and Hexo's tags, and Hugo's shortcodes; one without spaces is taken for an element.
  [/\{%-?\s*[a-z][^{}]*%\}|\{\{[<%]\s*[\w/][^{}]*[>%]\}\}/, ''],
  // Obsidian's. Brackets round a number are a note's.
  [
    /!?\[\[(?!\d+\]|\s)[^[\]]+\]\]/,
    '; expected a link ([Tea](tea.md)) or a picture (![Tea](tea.png))',
  ],
  // Of the author's own machine.
  [/!?\[[^[\]]*\]\(file:[^()\s]*\)/i, '; expected a path such as ../media/tea.png'],
  // Where spaces are taken for part of the path.
  [
    /!?\[[^[\]]*\]\([^()<>\s"]+ [^()<>"]*\.\w{2,4}\)/,
    '; expected a path without spaces, or one within < and >',
  ],
  // Kramdown's and Pandoc's attributes: {#id}, {: .class}, {width=50%}.
  [/(?<![\w^$\\{}])\{:?\s*([#.][a-z][\w-]*|[a-z][\w-]*\s*=\s*[^{}\s]+)[^{}]*\}/i, ''],
  // GitHub's, Docusaurus's and others' boxes, and tables of contents.
  [/\[!(note|tip|important|warning|caution)\]|:::\s?[a-z]+|\[toc\]/i, ''],
  // A footnote whose text is missing.
  [/\[\^[\p{L}\p{N}][^\s[\]]*\]/u, '; expected its text ([^name]: …) somewhere below'],
]

/** Says of the first of each of those marks in a text that it is there. */
export const marksElsewhere = (text: string): string[] =>
  marks.flatMap(([pattern, advice]) => {
    const [mark] = pattern.exec(text) ?? []
    return mark === undefined ? [] : `found ${mark}, which stays as it is${advice}`
  })
