import type { Picture } from '../core/post.ts'
import type { Cards } from './cards/cards.ts'
import type { Content } from './content/load-content.ts'

/** What a preview of a page may show. */
interface Previewed {
  path: string
  title: string
  picture: Picture | undefined
  language: string | undefined
}

/** The image that stands for a page where its link is shared, with its whole address. */
export type PreviewOf = (page: Previewed) => Picture | undefined

/** While a blog is being written, nobody shares it. */
export const noPreviews: PreviewOf = () => undefined

/** A page's own picture, where platforms can show it, else its card. */
export const previewsOf =
  ({ settings }: Content, cards: Cards): PreviewOf =>
  ({ path, title, picture, language }) => {
    if (settings.url === undefined) return undefined
    if (picture !== undefined && isShowable(picture))
      return { ...picture, src: new URL(picture.src, settings.url).href }
    return cards.cardOf(path, title, language)
  }

/** Facebook's least (https://developers.facebook.com/docs/sharing/webmasters/images/). */
const leastSide = 200

/** Platforms take no vector drawings, and leave out what is too small. */
const isShowable = ({ src, width = leastSide, height = leastSide }: Picture): boolean =>
  !/\.svgz?([?#]|$)|^data:/i.test(src) && width >= leastSide && height >= leastSide
