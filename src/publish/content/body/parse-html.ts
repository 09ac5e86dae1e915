import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'

/** The tree of a piece of HTML, without the places of things in the text, which nobody asks for and which take their time. */
export function parseHtml(html: string): Root {
  const fragment: DefaultTreeAdapterMap['documentFragment'] = parseFragment(html, {
    scriptingEnabled: false,
  })
  // A fragment becomes a root.
  return fromParse5(fragment) as Root
}
