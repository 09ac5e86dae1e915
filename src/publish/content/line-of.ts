import { readText } from './read-text.ts'

/**
 * The first line of a text on which an address stands as Markdown, HTML and front matter give one;
 * undefined where it is written otherwise, or the text went away since it was read.
 */
export function lineOf(address: string, folder: string, file: string): number | undefined {
  const quoted = address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const written = new RegExp(`(\\]\\(|\\]:|^image:|=)\\s*["'<]?${quoted}(["'<>\\s)#?]|$)`, 'm')
  const text = textOf(folder, file)
  const at = text.search(written)
  return at === -1 ? undefined : text.slice(0, at).split('\n').length
}

function textOf(folder: string, file: string): string {
  try {
    return readText(folder, file)
  } catch {
    return ''
  }
}
