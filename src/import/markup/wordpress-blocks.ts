import type { Root } from 'hast'
import { parseHtml } from '../../core/html/parse-html.ts'
import { autop } from './autop.ts'
import { writeHtml } from './write-html.ts'

/** A stretch of a text; what stands in no block, or in one of the old editor, is yet to become paragraphs. */
interface Stretch {
  isClassic: boolean
  text: string
}

/**
 * The tree of a text that the block editor wrote, or the old editor, or both. What marked the
 * blocks goes; a block that is nothing but its mark was made anew at each visit, and is noted.
 */
export function parseBlocks(written: string): { tree: Root; notes: string[] } {
  const { stretches, unshown } = partAtBlocks(written)
  const notes = [...unshown].map((name) => `the block "${name}" can't be shown`)
  const [only, ...rest] = stretches.filter(({ text }) => text.trim() !== '')
  if (only?.isClassic && rest.length === 0) return { tree: parseClassic(only.text), notes }
  const html = stretches.map(({ isClassic, text }) =>
    isClassic ? `\n${writeHtml(parseClassic(text))}\n` : text,
  )
  return { tree: parseHtml(html.join('')), notes }
}

function parseClassic(text: string): Root {
  const tree = parseHtml(text)
  autop(tree)
  return tree
}

function partAtBlocks(written: string): { stretches: Stretch[]; unshown: Set<string> } {
  const stretches: Stretch[] = []
  const unshown = new Set<string>()
  const open: string[] = []
  let at = 0
  const part = (end: number) => {
    const isClassic = open.length === 0 || open.at(-1) === 'freeform'
    stretches.push({ isClassic, text: written.slice(at, end) })
  }
  for (const { start, end, name, kind } of marksOf(written)) {
    part(start)
    at = end
    if (kind === 'opens') open.push(name)
    else if (kind === 'stands alone') unshown.add(name)
    else if (open.includes(name)) open.length = open.lastIndexOf(name)
  }
  part(written.length)
  return { stretches, unshown }
}

interface Mark {
  start: number
  end: number
  name: string
  kind: 'opens' | 'closes' | 'stands alone'
}

/** The comments that mark blocks: `<!-- wp:list {"ordered":true} -->`, `<!-- /wp:list -->`, `<!-- wp:search /-->`. */
function* marksOf(written: string): Generator<Mark> {
  for (
    let start = written.indexOf('<!--');
    start >= 0;
    start = written.indexOf('<!--', start + 4)
  ) {
    const close = written.indexOf('-->', start)
    if (close < 0) return
    const inside = written.slice(start + 4, close).trim()
    const name = /^\/?wp:(?:core\/)?([a-z0-9_-]+(?:\/[a-z0-9_-]+)?)/.exec(inside)?.[1]
    if (name === undefined) continue
    const kind = inside.startsWith('/') ? 'closes' : inside.endsWith('/') ? 'stands alone' : 'opens'
    yield { start, end: close + 3, name, kind }
  }
}
