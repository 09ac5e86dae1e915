import { escapeHtml } from '../xml/xml-element.ts'
import { captionFigure, galleryFigures, type Pictures } from './wordpress-figures.ts'
import { type Shortcode, type Token, tokensOf } from './wordpress-tokens.ts'

/** WordPress's own and those of its best known plugins: nobody means anything else by them. */
const known =
  /^(audio|caption|contact-field|contact-form|contact-form-7|dailymotion|embed|gallery|googlemaps|instagram|playlist|polldaddy|slideshare|slideshow|soundcloud|tweet|video|videopress|vimeo|wp_caption|wpvideo|youtube)$/

/** What is to stand in a stretch of the text. */
interface Replacement {
  start: number
  end: number
  html: string
  note?: string | undefined
}

/**
 * Says in HTML what shortcodes and marks say: captions, galleries, addresses that were embedded,
 * the end of the excerpt. Any other shortcode is left in the text as it was written, and noted.
 */
export function expandShortcodes(
  written: string,
  pictures: Pictures,
): { text: string; notes: string[] } {
  const tokens = [...tokensOf(written)]
  const closings = closingsOf(tokens)
  const notes = new Set<string>()
  let text = ''
  let at = 0
  let toldUntil = 0
  for (const token of tokens) {
    if (token.start < toldUntil) continue
    const closing = closings.get(token)
    const told = toldAbout(written, token, closing)
    if (told !== undefined) toldUntil = told.end
    const replacement =
      token.start < at ? undefined : (told ?? replacementFor(written, token, closing, pictures))
    if (replacement !== undefined) {
      text += written.slice(at, replacement.start) + replacement.html
      at = replacement.end
      if (replacement.note !== undefined) notes.add(replacement.note)
    } else if (told === undefined && isShortcode(token, closing))
      notes.add(`the shortcode [${token.name}] stays as text`)
  }
  return { text: text + written.slice(at), notes: [...notes] }
}

/** The closing shortcodes by those that they close: each the nearest one before it. */
function closingsOf(tokens: readonly Token[]): ReadonlyMap<Token, Shortcode> {
  const closings = new Map<Token, Shortcode>()
  const later = new Map<string, Shortcode>()
  for (const token of tokens.toReversed()) {
    if (token.kind !== 'shortcode') continue
    const closing = later.get(token.name)
    if (token.isClosing) later.set(token.name, token)
    else if (closing !== undefined) {
      closings.set(token, closing)
      later.delete(token.name)
    }
  }
  return closings
}

/** `[[name]]` and `[[name]…[/name]]` are about a shortcode: they show it, without a pair of brackets. */
function toldAbout(
  written: string,
  token: Token,
  closing: Shortcode | undefined,
): Replacement | undefined {
  if (token.kind !== 'shortcode' || token.isClosing || !token.bracketBefore) return undefined
  const last =
    token.bracketAfter && (token.attributes.trim() === '' || isShortcode(token, closing))
      ? token
      : closing
  return last?.bracketAfter
    ? { start: token.start - 1, end: last.end + 1, html: written.slice(token.start, last.end) }
    : undefined
}

function replacementFor(
  written: string,
  token: Token,
  closing: Shortcode | undefined,
  pictures: Pictures,
): Replacement | undefined {
  if (token.kind === 'address') return apart(token, linkTo(token.url))
  if (token.kind === 'mark') return apart(token, marks[token.name])
  if (/^(wp_)?caption$/.test(token.name) && closing !== undefined) {
    const content = written.slice(token.end, closing.end - '[/]'.length - token.name.length)
    return { ...apart(token, captionFigure(token.attributes, content)), end: closing.end }
  }
  if (codes.test(token.name) && closing !== undefined) {
    const content = written.slice(token.end, closing.end - '[/]'.length - token.name.length)
    return { ...apart(token, codeBlock(token, content)), end: closing.end }
  }
  if (embeds.test(token.name) && !token.isClosing) {
    const content = closing === undefined ? '' : written.slice(token.end, closing.start)
    const attributes = token.attributes.replace(/\bposter\s*=\s*("[^"]*"|'[^']*')/g, '')
    const [url] = /https?:\/\/[^\s"'<>|[\]]+/.exec(`${attributes} ${content}`) ?? []
    if (url !== undefined) return { ...apart(token, linkTo(url)), end: closing?.end ?? token.end }
  }
  const gallery = token.name === 'gallery' && galleryFigures(token.attributes, pictures)
  return gallery ? { ...apart(token, gallery.html), note: noteOn(gallery.missing) } : undefined
}

/** Those that show what is at an address, which stands in them or between them. */
const embeds = /^(audio|dailymotion|embed|instagram|soundcloud|tweet|video|vimeo|youtube)$/

const linkTo = (url: string): string => `<p><a href="${url}">${url}</a></p>`

/** Those of plugins that show code, which stands in the text with its letters escaped, or not. */
const codes =
  /^(code|sourcecode|source|bash|c|cpp|csharp|css|diff|html|java|javascript|js|json|perl|php|python|py|ruby|scala|shell|sql|typescript|xml|yaml)$/

function codeBlock({ name, attributes }: Shortcode, content: string): string {
  const said = /\b(?:lang|language)\s*=\s*["']?([\w+#-]+)/.exec(attributes)?.[1]
  const language = said ?? (/^(code|source|sourcecode)$/.test(name) ? undefined : name)
  const isEscaped = /&(lt|gt|amp|quot);/.test(content) && !/</.test(content)
  const code = isEscaped ? content : escapeHtml(content)
  const attribute = language === undefined ? '' : ` class="language-${language}"`
  return `<pre><code${attribute}>${code.replace(/^\n/, '')}</code></pre>`
}

/** The end of a page is at least the end of a paragraph. */
const marks = { more: '<!--more-->', nextpage: '\n\n', noteaser: '' }

/** HTML that cannot stand in a paragraph parts the one that it would stand in. */
const apart = ({ start, end, isInParagraph }: Token, html: string): Replacement => ({
  start,
  end,
  html: isInParagraph ? `</p>${html}<p>` : html,
})

const noteOn = (missing: readonly string[]): string | undefined =>
  missing.length === 0
    ? undefined
    : `pictures of a gallery are not in the export: ${missing.join(', ')}`

/** Brackets are common in prose: only a name that is known, or written as no prose is, makes a shortcode. */
const isShortcode = (token: Token, closing: Shortcode | undefined): token is Shortcode =>
  token.kind === 'shortcode' &&
  !token.isClosing &&
  (closing !== undefined || known.test(token.name) || /\s[a-zA-Z][\w-]*\s*=/.test(token.attributes))
