import createMarkdown from 'markdown-it'
import type { Range } from './markdown-parts.ts'

const kinds = ['backticks', 'link', 'image', 'autolink', 'html_inline'] as const

/** What is more than words in a paragraph, by markdown-it's name for its rule. */
export interface Inline extends Range {
  kind: (typeof kinds)[number]
  /** Where the words of a link or an image end. */
  wordsEnd: number
}

const markdown = createMarkdown({ html: true })
const { inline, helpers } = markdown
// What is dangerous is the build's to refuse, and how an address is written its author's.
markdown.validateLink = () => true
markdown.normalizeLink = (address) => address

class Reading extends inline.State {
  readonly inlines: Inline[] = []
}

for (const kind of kinds) {
  inline.ruler.enableOnly([kind])
  const [read] = inline.ruler.getRules('')
  inline.ruler.at(kind, (state, isSilent) => {
    const { pos: start, src, tokens } = state
    const before = tokens.length
    const isRead = read?.(state, isSilent) ?? false
    // Backticks without an end are read as well, but make no code; an image's words are read apart.
    if (!isRead || tokens.length === before || !(state instanceof Reading)) return isRead
    const wordsEnd =
      kind === 'link' || kind === 'image'
        ? helpers.parseLinkLabel(state, src.indexOf('[', start), kind === 'link')
        : start
    state.inlines.push({ kind, start, wordsEnd, end: state.pos })
    return true
  })
}
inline.ruler.enableOnly(['text', 'escape', ...kinds])

/**
 * What a stretch of Markdown holds by the rules of markdown-it, which doesn't say where it stands; what
 * is in a link comes before it. `env` is what markdown-it learned of the blocks.
 */
export function inlinesIn(text: string, { start, end }: Range, env = {}): Inline[] {
  const reading = new Reading(text.slice(start, end), markdown, env, [])
  inline.tokenize(reading)
  return reading.inlines.map((found) => ({
    kind: found.kind,
    start: start + found.start,
    wordsEnd: start + found.wordsEnd,
    end: start + found.end,
  }))
}
