import { rewriteMarkdown } from '../syntax/rewrite.ts'

const spacedImage =
  /(!\[[^\]\n]{0,1000}\]\()\s*([^()<>\n"' ]{1,300} [^()<>\n"']{0,300}\.(?:png|jpe?g|gif|webp|svg|avif))\s*\)/i

/** Images whose names have spaces in them, as older Markdown allowed, between the angles that it takes now. */
export const angleSpacedImages = (markdown: string): string =>
  rewriteMarkdown(markdown, spacedImage, ({ index, 0: whole, 1: opening, 2: src }) => ({
    end: index + whole.length,
    text: `${opening}<${src}>)`,
  }))
