import createMarkdown, { type MarkdownIt } from 'markdown-it'
import footnote from 'markdown-it-footnote'

/** CommonMark with GFM's tables, strikethrough, bare links and task lists, and footnotes. */
const markdown = createMarkdown({ html: true, linkify: true }).use(footnote).use(taskLists)
// As GFM says it (https://github.github.com/gfm/#strikethrough-extension-).
markdown.renderer.rules.s_open = () => '<del>'
markdown.renderer.rules.s_close = () => '</del>'
// A note that is referred to twice has one number, not "1:1".
markdown.renderer.rules.footnote_caption = (tokens, index) =>
  `[${Number(tokens[index]?.meta?.id) + 1}]`
// GFM links "www.example.org" and full addresses, but no bare "notes.md".
markdown.linkify.set({ fuzzyLink: false })
const restOfHost = /^[^\s<>.]+\.[^\s<>]*[^\s<>?!.,:*_~'")\]]/
markdown.linkify.add('www.', {
  validate: (text, position) => restOfHost.exec(text.slice(position))?.[0].length ?? 0,
  normalize: (match) => {
    match.url = `http://${match.url}`
  },
})

/** `warn` hears of notes that nothing refers to: they are not shown. */
export function markdownToHtml(text: string, warn: (message: string) => void): string {
  // As markdown-it-footnote fills it: a note without a number has no place in the text.
  const env: { footnotes?: { refs?: Record<string, number> } } = {}
  const html = markdown.render(text, env)
  for (const [label, number] of Object.entries(env.footnotes?.refs ?? {}))
    if (number < 0)
      warn(`the note [^${label.slice(1)}] is not shown; expected its mark somewhere in the text`)
  return html
}

/**
 * `- [x] done` as a box character: a disabled form control would be read out as one, and print badly.
 */
function taskLists(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'task-lists', ({ tokens }) => {
    tokens.forEach((token, index) => {
      const item = tokens[index - 2]
      if (token.type !== 'inline' || item?.type !== 'list_item_open') return
      const first = token.children?.[0]
      if (first?.type !== 'text') return
      const [box, mark] = /^\[([ xX])\]\s/.exec(first.content) ?? []
      if (box === undefined) return
      first.content = `${mark === ' ' ? '☐' : '☑'} ${first.content.slice(box.length)}`
      item.attrJoin('class', 'task')
    })
  })
}
