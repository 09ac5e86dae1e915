/** What WordPress keeps beside a text, and shows in it. */
export interface Parts {
  /** The text of a pattern that many posts may show, by its id. */
  pattern: (id: string) => string | undefined
  footnotes: readonly Footnote[]
}

export interface Footnote {
  id: string
  html: string
}

/** The marks of blocks that are shown from elsewhere; none is long. */
const mark = /<!-- wp:(?:core\/)?(block|footnotes)(?: (\{[^<>]{0,500}?\}))? \/-->/g

/** Puts the parts into a text in the place of their marks; a mark whose part is missing stays. */
export const insertParts = (text: string, parts: Parts): string => insert(text, parts, [])

/** `within` are the patterns that the text is a part of: one that shows itself would have no end. */
function insert(text: string, parts: Parts, within: readonly string[]): string {
  return text.replace(mark, (written, name: string, attributes = '') => {
    if (name === 'footnotes') return footnoteList(parts.footnotes) ?? written
    const id = /"ref":(\d+)/.exec(attributes)?.[1]
    const pattern = id === undefined || within.includes(id) ? undefined : parts.pattern(id)
    return id === undefined || pattern === undefined
      ? written
      : insert(pattern, parts, [...within, id])
  })
}

/** As WordPress writes it: the text's references lead to these ids, and the links back to those of the references. */
function footnoteList(footnotes: readonly Footnote[]): string | undefined {
  if (footnotes.length === 0) return undefined
  const items = footnotes.map(
    ({ id, html }) => `<li id="${id}">${html} <a href="#${id}-link">↩</a></li>`,
  )
  return `<!-- wp:html --><ol>${items.join('')}</ol><!-- /wp:html -->`
}
