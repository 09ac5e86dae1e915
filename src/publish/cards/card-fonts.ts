import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { messageOf } from '../../core/message-of.ts'
import type { Cache } from '../cache/cache.ts'
import { ContentError } from '../content/problems.ts'
import { stampOf } from '../list-files.ts'

/** A font that cards are set in. */
export interface CardFont {
  family: string
  path: string
  /** Changes with the file. */
  stamp: string
}

const literata = dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/literata/package.json'),
)
const scripts = 'latin latin-ext vietnamese greek greek-ext cyrillic cyrillic-ext'.split(' ')

/**
 * The blog's own typeface, whole, and after it the fonts that `blog.json` names, which are files
 * below `folder`. Throws a ContentError where one is not there.
 */
export const cardFonts = (folder: string, named: readonly string[]): CardFont[] => [
  ...scripts.map((script) =>
    fontAt('Literata', join(literata, `files/literata-${script}-opsz-normal.woff2`)),
  ),
  ...named.map((file, index) => {
    const path = join(folder, file)
    if (statSync(path, { throwIfNoEntry: false })?.isFile())
      return fontAt(`card font ${index}`, path)
    throw new ContentError({
      file: 'blog.json',
      field: 'cards.fonts',
      message: `found no file "${file}" in the content folder, expected a font`,
    })
  }),
]

const fontAt = (family: string, path: string): CardFont => ({
  family,
  path,
  stamp: `${path} ${stampOf(path)}`,
})

/** Every character that one of the fonts can draw. Rejects with a ContentError where one is no font. */
export async function charactersOf(fonts: readonly CardFont[], cache: Cache): Promise<Set<number>> {
  const all = new Set<number>()
  for (const font of fonts) {
    const key = `characters ${font.stamp}`
    // Kept here and nowhere else.
    const known = cache.find(key) as number[] | undefined
    for (const character of known ?? cache.keep(key, await charactersIn(font))) all.add(character)
  }
  return all
}

async function charactersIn({ path }: CardFont): Promise<number[]> {
  // It takes longer to load than the rest of a build does, and is needed once.
  const { create } = await import('fontkit')
  try {
    const font = create(readFileSync(path))
    // All fonts of a collection have the same characters, or nearly.
    return ('fonts' in font ? font.fonts[0] : font)?.characterSet ?? []
  } catch (error) {
    throw new ContentError({
      file: 'blog.json',
      field: 'cards.fonts',
      message: `found ${path}, which can't be read (${messageOf(error)}); expected a font (ttf, otf, ttc, woff or woff2)`,
    })
  }
}
