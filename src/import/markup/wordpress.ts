import { parseHtml } from '../../core/html/parse-html.ts'
import { autop } from './autop.ts'
import { linkAddresses } from './link-addresses.ts'
import { expandShortcodes } from './shortcodes.ts'
import { parseBlocks } from './wordpress-blocks.ts'
import type { Pictures } from './wordpress-figures.ts'
import { tidy } from './wordpress-tidy.ts'
import { writeHtml } from './write-html.ts'

/** The HTML that WordPress would have shown for a post's text as its database has it. */
export function wordpressToHtml(
  text: string,
  pictures: Pictures,
): { html: string; notes: string[] } {
  const expanded = expandShortcodes(withLineFeeds(text), pictures)
  const { tree, notes } = parseBlocks(expanded.text)
  tidy(tree)
  return { html: writeHtml(tree), notes: [...expanded.notes, ...notes] }
}

/** The HTML that WordPress would have shown for a comment's text as its database has it. */
export function wordpressCommentToHtml(text: string): string {
  const tree = parseHtml(withLineFeeds(text))
  autop(tree)
  linkAddresses(tree)
  return writeHtml(tree)
}

const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n')
