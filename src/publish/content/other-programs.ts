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

/** Jekyll's and Hexo's tags, and Hugo's shortcodes. */
const tag = /\{%-?\s*[a-z]\w*[^\n{}]*%\}|\{\{[<%]\s*[\w/][^\n{}]*[>%]\}\}/
const code = /^(```|~~~)[\s\S]*?^\1|`[^`\n]+`|^(?: {4}|\t).*$|<(pre|code)\b[\s\S]*?<\/\2>/gm

/** What another program would have replaced in a text's body, and where it begins. */
export function tagElsewhere(body: string): { at: number; message: string } | undefined {
  // Most texts have none.
  if (!tag.test(body)) return undefined
  const found = tag.exec(body.replace(code, (lines) => ' '.repeat(lines.length)))
  return found === null
    ? undefined
    : { at: found.index, message: `found ${found[0]}, which stays as it is ${broughtAlong}` }
}
