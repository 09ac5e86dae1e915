import { readFileSync } from 'node:fs'
import type { Node } from '@takumi-rs/core'
import { directionOf } from '../../core/direction.ts'
import type { CardFont } from './card-fonts.ts'

/** What stands on a card. */
export interface Card {
  title: string
  /** The blog's name; undefined where it is the title. */
  blog: string | undefined
  language: string
}

/** As previews want it: twice as wide as high, nearly. */
export const cardSize = { width: 1200, height: 630 }

/** Makes the function that draws a card as a PNG. It may draw several at once. */
export async function createDrawing(
  fonts: readonly CardFont[],
): Promise<(card: Card) => Promise<Uint8Array>> {
  const { Renderer } = await import('@takumi-rs/core')
  const renderer = new Renderer()
  for (const { family, path } of fonts)
    await renderer.registerFont({ name: family, data: readFileSync(path) })
  const fontFamily = [...new Set(fonts.map(({ family }) => `"${family}"`))].join(', ')
  return (card) =>
    renderer.render(layOut(card, fontFamily), { ...cardSize, format: 'png', lang: card.language })
}

const paper = '#fbf9f4'
const ink = '#211d18'
const soft = '#665d52'
const accent = '#7a2e2a'

function layOut({ title, blog, language }: Card, fontFamily: string): Node {
  const direction = directionOf(language)
  return {
    type: 'container',
    style: {
      ...cardSize,
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: '68px 84px 64px',
      backgroundColor: paper,
      color: ink,
      fontFamily,
      direction,
    },
    children: [
      {
        type: 'container',
        style: { width: 96, height: 8, backgroundColor: accent, alignSelf: 'flex-start' },
      },
      {
        type: 'text',
        text: title,
        style: {
          fontSize: titleSize(title),
          fontWeight: 600,
          lineHeight: 1.16,
          letterSpacing: '-0.012em',
          textWrap: 'balance',
          overflowWrap: 'anywhere',
          lineClamp: 5,
          textOverflow: 'ellipsis',
        },
      },
      {
        type: 'text',
        text: blog ?? ' ',
        style: { fontSize: 34, lineHeight: 1.3, color: soft, lineClamp: 1 },
      },
    ],
  }
}

const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/** As large as the title's length lets it be; ideographs are about twice as wide as letters. */
function titleSize(title: string): number {
  const length = [...title].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)
  if (length <= 24) return 104
  if (length <= 60) return 84
  if (length <= 110) return 68
  return 58
}
