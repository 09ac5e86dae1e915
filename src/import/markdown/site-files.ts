/** The files of a source: paths below its root, with "/". */
export interface SiteFiles {
  names: readonly string[]
  text(name: string): Promise<string>
}

const markdown = /\.(md|markdown|mdx|mkd|mdown|mkdn)$/i
const html = /\.html?$/i
/** Markup that posts are written in, but that is not read here. */
const foreign = /\.(textile|org|rst|adoc|asciidoc|rmd|qmd|ipynb)$/i

export const isMarkdown = (name: string): boolean => markdown.test(name)
export const isHtml = (name: string): boolean => html.test(name)
export const isForeign = (name: string): boolean => foreign.test(name)

/** What tells of a source itself, or of the software in it; some of the words are a post's name too. */
const aboutSource =
  /^(readme|licen[cs]e|changelog|contributing|code[_-]of[_-]conduct)(\.[\w-]+)*\.\w+$/i
const shouted =
  /^(COPYING|CHANGES|HISTORY|CONTRIBUTORS|AUTHORS|SECURITY|SUPPORT|GOVERNANCE|MAINTAINERS|ROADMAP|UPGRADING|TODO|NOTICE|AGENTS|CLAUDE|GEMINI|PULL_REQUEST_TEMPLATE|ISSUE_TEMPLATE)\.\w+$/

export const isAboutSource = (name: string): boolean =>
  aboutSource.test(fileName(name)) || shouted.test(fileName(name))

/** Whether there are texts to import. */
export const isMarkdownSite = (names: readonly string[]): boolean =>
  names.some((name) => isMarkdown(name) && !isAboutSource(name) && !isHidden(name))

/** Whether a folder or the file itself is hidden. */
export const isHidden = (name: string): boolean => /(^|\/)\./.test(name)

const fileName = (name: string): string => name.slice(name.lastIndexOf('/') + 1)
