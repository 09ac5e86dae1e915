import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { cardPath, decodePath, publicAddress } from '../../core/addresses.ts'
import type { BlogSettings } from '../../core/blog.ts'
import { numberOf } from '../../core/number-of.ts'
import type { Picture } from '../../core/post.ts'
import type { Cache } from '../cache/cache.ts'
import type { Problem } from '../content/problems.ts'
import { digestOf } from '../digest.ts'
import type { SiteFolder } from '../site-folder.ts'
import { type CardFont, cardFonts, charactersOf } from './card-fonts.ts'
import { type Card, cardSize, createDrawing } from './draw-card.ts'

interface CardsParts {
  settings: BlogSettings
  /** The content folder. */
  folder: string
  /** Where the drawn cards are kept: whoever draws them otherwise keeps them elsewhere. */
  place: string
  cache: Cache
}

/**
 * Images for previews of pages that have no picture of their own. A page's card is first asked
 * for, when its preview is worked out; `publish` then draws those that were not drawn before.
 */
export class Cards {
  readonly #settings: BlogSettings
  readonly #place: string
  readonly #fonts: readonly CardFont[]
  readonly #characters: ReadonlySet<number>
  readonly #asked = new Map<string, Card>()
  readonly #undrawable = new Map<string, string>()

  /** Rejects with a ContentError where a font of the settings can't be read. */
  static async open({ settings, folder, place, cache }: CardsParts): Promise<Cards> {
    const { cards, url } = settings
    const isOn = cards !== false && url !== undefined
    const fonts = isOn ? cardFonts(folder, typeof cards === 'object' ? cards.fonts : []) : []
    return new Cards(settings, place, fonts, await charactersOf(fonts, cache))
  }

  private constructor(
    settings: BlogSettings,
    place: string,
    fonts: readonly CardFont[],
    characters: ReadonlySet<number>,
  ) {
    this.#settings = settings
    this.#place = place
    this.#fonts = fonts
    this.#characters = characters
  }

  /** The card of the page at `path`; undefined where none is wanted, or no font could draw the title. */
  cardOf(path: string, title: string, language: string | undefined): Picture | undefined {
    const settings = this.#settings
    if (this.#fonts.length === 0) return undefined
    const drawn = this.#drawable(title)
    if (drawn === undefined) return undefined
    const blog = title === settings.title ? undefined : this.#drawable(settings.title)
    this.#asked.set(path, { title: drawn, blog, language: language ?? settings.language })
    return { src: publicAddress(settings.url, cardPath(path)), alt: title, ...cardSize }
  }

  /** Titles that no font could draw. */
  get warnings(): Problem[] {
    if (this.#undrawable.size === 0) return []
    const [[title, character] = ['', '']] = this.#undrawable
    const others = this.#undrawable.size - 1
    return [
      {
        file: 'blog.json',
        field: 'cards.fonts',
        message:
          `no font has "${character}" of the title "${title}"${others > 0 ? `, nor all of ${numberOf(others, 'other title')}` : ''}; ` +
          'expected a font file that has it: without one there is no image in previews',
      },
    ]
  }

  /** Draws and publishes what was asked for. Gives the number of those that had to be drawn. */
  async publish(site: SiteFolder): Promise<number> {
    if (this.#asked.size === 0) return 0
    mkdirSync(this.#place, { recursive: true })
    removeEarlier(this.#place)
    const kept = new Set(readdirSync(this.#place))
    const wanted = new Map([...this.#asked].map(([path, card]) => [path, this.#nameOf(card)]))
    const missing = new Map(
      [...this.#asked.values()].map((card) => [this.#nameOf(card), card] as const),
    )
    for (const name of kept) missing.delete(name)
    await this.#draw(missing)
    for (const [path, name] of wanted)
      site.copy(decodePath(cardPath(path)).slice(1), join(this.#place, name))
    const live = new Set(wanted.values())
    for (const name of kept) if (!live.has(name)) rmSync(join(this.#place, name), { force: true })
    return missing.size
  }

  async #draw(cards: ReadonlyMap<string, Card>): Promise<void> {
    if (cards.size === 0) return
    const draw = await createDrawing(this.#fonts)
    const queue = cards.entries()
    const drawOneByOne = async (): Promise<void> => {
      for (const [name, card] of queue) {
        const file = join(this.#place, name)
        writeFileSync(`${file}.${process.pid}`, await draw(card))
        renameSync(`${file}.${process.pid}`, file)
      }
    }
    await Promise.all(Array.from({ length: availableParallelism() * 2 }, drawOneByOne))
  }

  #nameOf(card: Card): string {
    return `${digestOf(JSON.stringify([card, this.#fonts.map(({ stamp }) => stamp)]))}.png`
  }

  /** The text without emoji that no font has; undefined where it has other such characters. */
  #drawable(title: string): string | undefined {
    const has = (character: string) => this.#characters.has(character.codePointAt(0) ?? 0)
    const text = title
      .normalize('NFC')
      .replace(emoji, (found) => ([...found].every(has) ? found : ''))
      .replace(/\s+/g, ' ')
      .trim()
    const missing = [...text].find((character) => !(has(character) || invisible.test(character)))
    if (missing === undefined) return text || undefined
    this.#undrawable.set(title, missing)
    return undefined
  }
}

/** Cards that other code drew. */
function removeEarlier(place: string): void {
  for (const name of readdirSync(dirname(place)))
    if (name.startsWith('cards-') && name !== basename(place))
      rmSync(join(dirname(place), name), { recursive: true })
}

const emoji =
  /\p{Extended_Pictographic}(?:[\ufe0f\u20e3]|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*|\p{Regional_Indicator}{2}/gu
const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}]/u
