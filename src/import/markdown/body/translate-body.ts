import { type Fields, isFalse, textAt } from '../fields/fields.ts'
import { mapAddresses } from '../map-addresses.ts'
import type { Generator } from '../site/find-site.ts'
import { literalRanges } from '../syntax/markdown-parts.ts'
import { rewriteMarkdown } from '../syntax/rewrite.ts'
import { quoteAdmonitions } from './admonitions.ts'
import { withoutAttributes } from './attributes.ts'
import type { BodyContext } from './body-context.ts'
import { unifyExcerptMark } from './excerpt-mark.ts'
import { translateShortcodes } from './hugo-shortcodes.ts'
import { translateLiquid } from './liquid.ts'
import { translateMdx } from './mdx.ts'
import { ownFile } from './own-files.ts'

type Step = (body: string, context: BodyContext) => string

const generators: Partial<Record<Generator, Step[]>> = {
  jekyll: [translateLiquid],
  eleventy: [translateLiquid],
  hugo: [translateShortcodes],
  hexo: [translateLiquid],
  // Nobody knows what they were written for.
  plain: [translateLiquid, translateShortcodes],
}

/**
 * A post's text without what only its generator understood. What a reader saw stays, though it is
 * said in Markdown or HTML now.
 */
export function translateBody(body: string, context: BodyContext): string {
  const steps = [
    withExcerptMark,
    ...(isLeftAlone(context.fields) ? [] : (generators[context.site.generator] ?? [])),
    ...(context.markup === 'markdown' ? markdownSteps(context) : []),
  ]
  return steps.reduce((text, step) => step(text, context), body).replace(/^(?:[ \t]*\r?\n)+/, '')
}

/** A text may say that its braces are its own. */
const isLeftAlone = (fields: Fields): boolean =>
  isFalse(fields, 'renderwithliquid') || textAt(fields, 'templateengineoverride') === 'md'

const markdownSteps = ({ text, site }: BodyContext): Step[] => [
  // Docusaurus reads all of its texts so.
  ...(/\.mdx$/i.test(text.name) || site.generator === 'docusaurus' ? [translateMdx] : []),
  withoutAttributes,
  quoteAdmonitions,
  angleSpacedImages,
  withOwnFiles,
]

function withExcerptMark(body: string, { fields, site, markup }: BodyContext): string {
  const own = textAt(fields, 'excerptseparator') ?? textAt(site.settings, 'excerptseparator')
  return unifyExcerptMark(body, own, literalRanges(body, markup))
}

function withOwnFiles(markdown: string, context: BodyContext): string {
  return mapAddresses(markdown, {
    // Only where no browser could have understood it.
    link: (href) => (/^(@|~|__GHOST_URL__)/.test(href) ? ownFile(href, context) : href),
    image: (src) => ownFile(src, context),
  })
}

const spacedImage =
  /(!\[[^\]\n]{0,1000}\]\()\s*([^()<>\n"' ]{1,300} [^()<>\n"']{0,300}\.(?:png|jpe?g|gif|webp|svg|avif))\s*\)/i

/** Images whose names have spaces in them, as older Markdown allowed, between the angles that it takes now. */
const angleSpacedImages = (markdown: string): string =>
  rewriteMarkdown(markdown, spacedImage, ({ index, 0: whole, 1: opening, 2: src }) => ({
    end: index + whole.length,
    text: `${opening}<${src}>)`,
  }))
