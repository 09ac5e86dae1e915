import { isInside, literalRanges } from '../syntax/markdown-parts.ts'
import { rewrite } from '../syntax/rewrite.ts'

/** Images whose names have spaces in them, as older Markdown allowed, between the angles that it takes now. */
export function angleSpacedImages(markdown: string): string {
  if (!/!\[[^\]\n]*\]\([^()\n]* /.test(markdown)) return markdown
  const literal = literalRanges(markdown)
  const image =
    /(!\[[^\]\n]{0,1000}\]\()\s*([^()<>\n"']{1,300}\.(?:png|jpe?g|gif|webp|svg|avif))\s*\)/iy
  return rewrite(markdown, /!\[/, (at) => {
    image.lastIndex = at
    const [, opening, src] = (isInside(literal, at) ? null : image.exec(markdown)) ?? []
    if (opening === undefined || !src?.includes(' ')) return undefined
    return { end: image.lastIndex, text: `${opening}<${src}>)` }
  })
}
