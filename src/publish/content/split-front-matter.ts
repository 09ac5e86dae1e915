import { frontMatterFields } from '../../core/front-matter.ts'
import { isOpenlyHiding } from '../../core/hiding-fields.ts'
import { ContentError } from './problems.ts'

export interface SplitText {
  yaml: string
  body: string
  /** The line of the file that the YAML begins in. */
  firstLine: number
}

/** Throws a ContentError where there is front matter that is not YAML, has no beginning, or no end. */
export function splitFrontMatter(file: string, text: string): SplitText {
  const [language, mark] = foreignIn(text) ?? []
  if (language !== undefined)
    throw new ContentError({
      file,
      line: 1,
      message: `found ${language} front matter (${mark}), expected YAML (---)`,
    })
  const opening = /^(?:[ \t]*\r?\n)*---[ \t]*\r?\n/.exec(text)
  if (opening === null) {
    const line = unopenedAt(text)
    if (line === undefined) return { yaml: '', body: text, firstLine: 1 }
    throw new ContentError({
      file,
      line,
      message:
        'found fields of front matter, expected a line of "---" alone before them, or two of those where they are text',
    })
  }
  const rest = text.slice(opening[0].length)
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(rest)
  if (closing === null)
    throw new ContentError({
      file,
      line: 1,
      message: 'found front matter that never ends, expected a closing line of "---"',
    })
  return {
    yaml: rest.slice(0, closing.index),
    body: rest.slice(closing.index + closing[0].length),
    firstLine: opening[0].split('\n').length,
  }
}

/**
 * The line of the first field of front matter whose opening line is missing, or is not quite one: else
 * its fields were text, and a draft would be published. A single field above a line is a heading. Where
 * no line ends the fields, they may be a text's own words, unless they hide it.
 */
function unopenedAt(text: string): number | undefined {
  const beginning = text
    .slice(0, 20_000)
    .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/./g, ''))
  const lines = beginning.split('\n').map((line) => line.trimEnd())
  const first = lines.findIndex((line) => line !== '' && !likeOpening.test(line))
  const rest = lines.slice(first)
  const until = (isOver: (line: string) => boolean) => {
    const length = rest.findIndex(isOver)
    return rest.slice(0, length === -1 ? rest.length : length)
  }
  const paragraphs = until((line) => line !== '' && !partOfFields.test(line))
  if (!paragraphs[0]?.startsWith('#') && paragraphs.some(hidesText)) return first + 1
  const lined = until((line) => !partOfFields.test(line))
  const fields = lined.filter((line) => knownField.test(line))
  const isMeant = fields.length > 1 || fields.some((line) => /^\s*(draft|publish)/i.test(line))
  return isMeant && likeClosing.test(rest[lined.length] ?? '') ? first + 1 : undefined
}

/** Editors make a dash of two hyphens, or of all three; other lines across a page are no opening either. */
const likeOpening = /^\s*([-–—]{2,}|[–—]|([*=_+])\2{2,})\s*(#.*|ya?ml)?$/
const likeClosing = /^\s*([-–—]{2,}|[–—]|\.{3})$/
/** A field, an entry of a list, what goes on from the line before, or a comment. */
const partOfFields = /^( {0,3}["'\p{L}\w.-]+( [\p{L}\w.-]+)?\s*:|- | +[^\s-]| +- |#)/u
/** Of ours or another program's; what is indented by more is code. */
const knownField = new RegExp(
  `^ {0,3}"?(${[...frontMatterFields, 'layout', 'publish(ed)?', 'categor(y|ies)'].join('|')})"?\\s*:`,
  'i',
)

function hidesText(line: string): boolean {
  const [, name, value] =
    /^["']?([\w-]+)["']?\s*:\s*["']?([^"'#]*?)["']?\s*(?:#.*)?$/.exec(line) ?? []
  return name !== undefined && isOpenlyHiding([name, value])
}

/** The language of front matter in another one, and how that is marked. */
function foreignIn(text: string): [language: string, mark: string] | undefined {
  if (/^\+\+\+\r?\n/.test(text)) return ['TOML', '+++']
  if (isJsonFirst(text)) return ['JSON', '{…}']
  const [, language] =
    /^---[ \t]*(js|javascript|json|toml|ya?ml|coffee)[ \t]*\r?\n/i.exec(text) ?? []
  return language === undefined ? undefined : [language, `---${language}`]
}

function isJsonFirst(text: string): boolean {
  const [json] = /^\s*\{[\s\S]*?\n\}(?=\s*?(?:\n|$))/.exec(text) ?? []
  try {
    return json !== undefined && Object.keys(JSON.parse(json)).length > 0
  } catch {
    return false
  }
}
