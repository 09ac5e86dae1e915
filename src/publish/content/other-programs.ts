import { parseDate } from '../../core/dates.ts'
import { type Field, isFirstDay, isHiding, isLastDay, withParts } from '../../core/hiding-fields.ts'
import { tagKey } from '../../core/tags.ts'
import type { Problem } from './problems.ts'

/** A problem's part that the reader of the front matter knows nothing of: where the field stands. */
export type Found = Pick<Problem, 'field' | 'message'>

/** Whether Hugo's day of publication is one to come, which the text's date does not wait for. */
function isEarly([name, value]: Field, fields: readonly Field[]): boolean {
  if (!isFirstDay([name, value])) return false
  const [date] = fields.flatMap(([name, value]) => (name === 'date' ? momentOf(value) : []))
  return momentOf(value) > Math.max(Date.now(), date ?? 0)
}

/** Not a number where it is no date. */
const momentOf = (value: unknown): number => Date.parse(parseDate(String(value)) ?? '')

/** Fields, and a folder, by which other programs would not publish a text. */
export function hiddenElsewhere(fields: readonly Field[], file: string): Found[] {
  const found = withParts(fields)
    // Here nothing ends by itself. What calls itself a draft is one.
    .filter(
      (field) =>
        !/^draft$/i.test(field[0]) &&
        (isEarly(field, fields) || isLastDay(field) || isHiding(field)),
    )
    .map(([name, value]) => ({
      field: name.replace(/\..*/, ''),
      // What is printed may be read by others.
      message:
        keepsNoneBack(/^password$/i.test(name) ? 'one' : value) +
        (isFirstDay([name, value]) ? `, or "date: ${value}"` : ''),
    }))
  const [folder] = /(?<=\/)_?drafts\//i.exec(file) ?? []
  const saysItself = fields.some(([name]) => name === 'draft')
  return folder === undefined || saysItself
    ? found
    : [...found, { message: `${keepsNoneBack(`a text in a folder ${folder}`)}, or "draft: false"` }]
}

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
  [/(?<![\w^$\\{}])\{:?\s*(?:[#.][a-z]|[a-z][\w-]*\s*=\s*[^{}\s])[^{}]*\}/i, ''],
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
