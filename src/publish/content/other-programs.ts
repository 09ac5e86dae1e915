import type { Problem } from './problems.ts'

/** What a field is called, and what it holds. */
export type Field = readonly [name: string, value: unknown]
/** A problem's part that the reader of the front matter knows nothing of: where the field stands. */
type Found = Pick<Problem, 'field' | 'message'>

const broughtAlong = '(npm run import brings another program’s folder along)'

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

/** Fields by which other programs give a text addresses, but for those that `aliases` name as well. */
export const addressedElsewhere = (fields: readonly Field[], aliases: readonly string[]): Found[] =>
  fields
    .filter(([name]) => /^(permalink|url|alias|redirects?|redirect_?from)$/i.test(name))
    .filter(([, value]) => ![value].flat().every((address) => aliases.includes(String(address))))
    .map(([field]) => ({
      field,
      message: `this field gives no address here; expected old ones in "aliases" ${broughtAlong}`,
    }))

/** What other programs make something of in a text, and what to do about it. */
const marks: readonly [mark: RegExp, advice: string][] = [
  // Jekyll's and Hexo's tags, and Hugo's shortcodes.
  [/\{%-?\s*[a-z]\w*[^\n{}]*%\}|\{\{[<%]\s*[\w/][^\n{}]*[>%]\}\}/, ` ${broughtAlong}`],
  // Obsidian's; "[[1]](#note)" is a link of Markdown's, and "[[1]]" may be one.
  [/!?\[\[(?!\d+\])[^[\]\n]+\]\](?!\()/, '; expected a link ([Tea](tea.md)) or a picture (![Tea](tea.png))'],
  // Where spaces are taken for part of the path.
  [
    /!?\[[^[\]\n]*\]\([^()<>\s"]+ [^()<>"\n]*\.\w{2,4}\)/,
    '; expected a path without spaces, or one within < and >',
  ],
]
const code = /^(```|~~~)[\s\S]*?^\1|`[^`\n]+`|^(?: {4}|\t).*$|<(pre|code)\b[\s\S]*?<\/\2>/gm

/** The first of another program's marks in a Markdown text's body, and where it is. */
export function markElsewhere(body: string): { at: number; message: string } | undefined {
  // Most texts have none.
  if (!marks.some(([mark]) => mark.test(body))) return undefined
  const prose = body.replace(code, (lines) => ' '.repeat(lines.length))
  for (const [mark, advice] of marks) {
    const found = mark.exec(prose)
    if (found !== null)
      return { at: found.index, message: `found ${found[0]}, which stays as it is${advice}` }
  }
  return undefined
}
