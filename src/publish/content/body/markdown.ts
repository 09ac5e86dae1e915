import createMarkdown, { type MarkdownIt } from 'markdown-it'
import footnote from 'markdown-it-footnote'

/** CommonMark with GFM's tables, strikethrough, bare links and task lists, and footnotes. */
const markdown = createMarkdown({ html: true, linkify: true }).use(footnote).use(taskLists)
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

export const markdownToHtml = (text: string): string => markdown.render(text)

/**
 * `- [x] done` as a box character: a disabled form control would be read out as one, and print badly.
 */
function taskLists(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'task-lists', ({ tokens }) => {
    tokens.forEach((token, index) => {
      if (token.type !== 'inline' || tokens[index - 2]?.type !== 'list_item_open') return
      const first = token.children?.[0]
      if (first?.type !== 'text') return
      first.content = first.content.replace(/^\[([ xX])\]\s/, (_, mark: string) =>
        mark === ' ' ? '☐ ' : '☑ ',
      )
    })
  })
}
