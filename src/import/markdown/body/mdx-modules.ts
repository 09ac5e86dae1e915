import { type Fields, isFields, noFields, toFields } from '../fields/fields.ts'
import { parseFields } from '../fields/parse-fields.ts'
import { rewriteMarkdown } from '../syntax/rewrite.ts'

/** What an MDX text brings with it, and says of itself, in JavaScript. */
export interface Modules {
  body: string
  /** Files by the names that they were imported by. */
  imports: ReadonlyMap<string, string>
  /** What it exports of plain values: where others have front matter, some have this. */
  exported: Fields
}

const importStatement =
  /import\s+(?:type\s+)?(?:["'][^"'\n]+["']|([\w$*{},\s]{1,2000}?)\s*from\s*["']([^"'\n]+)["'])[ \t]*;?[ \t]*(?:\r?\n|$)/y
const exportStart =
  /export\s+(?:(?:default|const|let|var|function|class|async|type|interface|enum)\b|[{*])/y
/** Texts that never close what they open need not be searched to their end many times. */
const patience = 3
const longestStatement = 50_000

export function takeModules(mdx: string): Modules {
  const imports = new Map<string, string>()
  let exported: Fields = noFields
  let failures = 0
  let lastEnd = 0
  const body = rewriteMarkdown(mdx, /^(?:import|export)\b/m, ({ index: at }) => {
    if (at !== lastEnd && !followsEmptyLine(mdx, at)) return undefined
    importStatement.lastIndex = at
    const [statement, names = '', file = ''] = importStatement.exec(mdx) ?? []
    if (statement !== undefined) {
      const name = /^\s*([\w$]+)\s*$/.exec(names)?.[1]
      if (name !== undefined) imports.set(name, file)
      lastEnd = at + statement.length
      return { end: lastEnd, text: '' }
    }
    exportStart.lastIndex = at
    if (!exportStart.test(mdx) || failures >= patience) return undefined
    const end = statementEnd(mdx, exportStart.lastIndex - 1)
    if (end === undefined) {
      failures++
      return undefined
    }
    exported = { ...exported, ...plainValues(mdx.slice(at, end)) }
    lastEnd = end
    return { end, text: '' }
  })
  return { body, imports, exported }
}

/** Only there do they mean anything (https://mdxjs.com/docs/what-is-mdx/#esm). */
const followsEmptyLine = (text: string, at: number): boolean =>
  /(?:^|\n[ \t]*\r?\n)$/.test(text.slice(Math.max(0, at - 200), at)) ||
  text.slice(0, at).trim() === ''

/** The line break after a statement; undefined where it does not end, or not for long. */
function statementEnd(mdx: string, from: number): number | undefined {
  const text = mdx.slice(0, from + longestStatement)
  let depth = 0
  const signs =
    /(["'])(?:[^\\\n]|\\.)*?(?:\1|(?=\n))|`(?:[^`\\]|\\[\s\S])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[([{]|[)\]}]|\n/g
  signs.lastIndex = from
  for (let sign = signs.exec(text); sign !== null; sign = signs.exec(text)) {
    if (/^[([{]$/.test(sign[0])) depth++
    if (/^[)\]}]$/.test(sign[0])) depth--
    if (sign[0] !== '\n' || depth > 0) continue
    const goesOn = /(?:[=,+*/&|?:-]|=>)\s*$/.test(
      text.slice(Math.max(from, sign.index - 20), sign.index),
    )
    if (!goesOn || /^[ \t]*\r?\n/.test(text.slice(signs.lastIndex, signs.lastIndex + 100)))
      return signs.lastIndex
  }
  return depth === 0 ? text.length : undefined
}

/** An object of plain values is nearly YAML. */
function plainValues(statement: string): Fields {
  const object = /=\s*(\{[\s\S]*\})\s*(?:as const|satisfies \w+)?;?\s*$/.exec(statement)?.[1]
  if (object === undefined || object.length > 10_000) return noFields
  try {
    const value = parseFields('yaml', object, [])
    return isFields(value) ? toFields(value) : noFields
  } catch {
    return noFields
  }
}
