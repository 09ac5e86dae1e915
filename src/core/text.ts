/** What can be said of a post from its plain text: an excerpt, its first words, its reading time. */

const excerptLength = 200
const teaserLength = 600
const nameLength = 50
const wordsPerMinute = 230
const ideographsPerMinute = 500
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** The first sentences up to about 200 characters; a longer first sentence is cut at a word. */
export function excerptOf(text: string, language: string): string {
  const start = text.slice(0, excerptLength * 3)
  let excerpt = ''
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(
    start,
  )) {
    if (excerpt !== '' && excerpt.length + segment.trimEnd().length > excerptLength) break
    excerpt += segment
  }
  return shortened(excerpt.trim(), Math.round(excerptLength * 1.2))
}

/** An excerpt that the author marked; one that goes on and on is cut, since lists carry it. */
export const teaserOf = (text: string): string => shortened(text, teaserLength)

/** What an untitled post is listed by. */
export const firstWordsOf = (text: string): string => shortened(text, nameLength)

/** A text of at most about `length` characters, cut at a word. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  const lastSpace = cut.lastIndexOf(' ')
  const kept = lastSpace > length / 2 ? cut.slice(0, lastSpace) : wholeCharacters(cut)
  return `${kept.replace(/[\s,;:.–—-]+$/u, '')}…`
}

/** A cut between the halves of a surrogate pair would leave a broken character. */
const wholeCharacters = (text: string): string => text.replace(/[\ud800-\udbff]$/, '')

/** How much there is to read, in whole minutes too; scripts without spaces are counted by character. */
export function lengthOf(text: string) {
  const characters = text.match(ideographs)?.length ?? 0
  const words = text.replace(ideographs, ' ').split(/\s+/).filter(Boolean).length
  const minutes = Math.round(words / wordsPerMinute + characters / ideographsPerMinute)
  return { words: words + characters, minutes: Math.max(1, minutes) }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The words of HTML that was sanitised, and so is written in one way. */
export const plainTextOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return entities[name] ?? whole
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
    })
    .replace(/\s+/g, ' ')
    .trim()
