import { parse as parseToml } from 'smol-toml'
import { type Document, isMap, isScalar, parseDocument } from 'yaml'
import { frontMatterYaml } from '../../../core/front-matter.ts'

export type Language = 'yaml' | 'toml' | 'json'

/** The value that a text in one of these languages has. Throws where it is not valid. */
export function parseFields(language: Language, written: string, notes: string[]): unknown {
  refuseDepth(written)
  if (language === 'yaml') return parseYaml(written, notes)
  if (language === 'toml') {
    refuseLength(written)
    return parseToml(written)
  }
  const json = /^\s*\{/.test(written) ? written : `{${written}}`
  try {
    return JSON.parse(json)
  } catch {
    // A comma too many does no harm there.
    return parseYaml(json, notes)
  }
}

/** Some of what parsers do takes the square of a text's length. */
function refuseLength(written: string): void {
  if (written.length > longest) throw new Error('longer than any fields are')
}

/** Parsers call themselves for each level, and a stack that is full takes the whole process with it. */
function refuseDepth(written: string): void {
  let depth = 0
  for (const [sign] of written.matchAll(/[[{\]}]/g)) {
    depth = Math.max(0, depth + (sign === '[' || sign === '{' ? 1 : -1))
    if (depth > deepest) throw new Error('nested too deep')
  }
  if (deepIndent.test(written)) throw new Error('nested too deep')
}

const longest = 65_536
const deepest = 50
const deepIndent = new RegExp(`^(?: {2}|[ \\t]|[-?:][ \\t]){${4 * deepest}}`, 'm')

/** YAML of which a doubled field counts as it is said last, and tabs as spaces. Throws where it is none. */
function parseYaml(written: string, notes: string[]): unknown {
  refuseLength(written)
  const document = parseDocument(written, { ...frontMatterYaml, uniqueKeys: false })
  const [error] = document.errors
  if (error !== undefined) {
    const spaced = written.replace(/^[ \t]*\t[ \t]*/gm, (indent) => indent.replaceAll('\t', '  '))
    if (spaced === written) throw new YamlError(error.message, lineAt(written, error.pos[0]))
    notes.push('its front matter is indented by tabs, which were read as two spaces each')
    return parseYaml(spaced, notes)
  }
  for (const field of doubledFields(document))
    notes.push(`the field "${field}" is there twice; the last one counts`)
  return document.toJS()
}

export class YamlError extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

function doubledFields({ contents }: Document): string[] {
  if (!isMap(contents)) return []
  const names = contents.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
  const seen = new Set<string>()
  return [...new Set(names.filter((name) => seen.has(name) || !seen.add(name)))]
}
