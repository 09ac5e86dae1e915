import type { Element, ElementContent, Properties } from 'hast'
import { fullSizeAddress, isSamePicture } from './blogger-addresses.ts'
import { isPicture, sideOf } from './blogger-figures.ts'
import { styleOf } from './inline-style.ts'
import { elementsFrom, hasWords } from './walk.ts'

/** As wide as the text: a picture that its reader had to click to see well can be seen well at once. */
const textWidth = 640

/** Takes from pictures the links to themselves, and shows them in the size that those led to. */
export function repairPictures(text: Element): void {
  const unlinked = new Set<Element>()
  for (const parent of elementsFrom(text)) {
    parent.children = parent.children.flatMap((child) => {
      if (isPixel(child)) return []
      const picture = pictureLinkedToItself(child)
      if (picture === undefined || child.type !== 'element') return [child]
      picture.properties.align ??= sideOf(child)
      unlinked.add(picture)
      return child.children
    })
    for (const child of parent.children)
      if (isPicture(child)) repairPicture(child, parent, unlinked.has(child))
  }
}

/** What shows nothing, and counts readers. */
const isPixel = (node: ElementContent): boolean =>
  isPicture(node) && Number(node.properties.width) <= 1 && Number(node.properties.height) <= 1

/** The only picture of a link that leads to that picture, and says nothing else. */
function pictureLinkedToItself(node: ElementContent): Element | undefined {
  if (node.type !== 'element' || node.tagName !== 'a') return undefined
  const inside = [...elementsFrom(node)].slice(1)
  const [picture, another] = inside.filter(isPicture)
  if (another !== undefined || inside.some(({ tagName }) => tagName === 'a') || hasWords(node))
    return undefined
  const { href } = node.properties
  const src = picture?.properties.src
  if (typeof href !== 'string' || typeof src !== 'string') return undefined
  return isSamePicture(href, src) ? picture : undefined
}

function repairPicture(picture: Element, parent: Element, wasLinked: boolean): void {
  const { properties } = picture
  const side = sideOf(picture) ?? (parent.tagName === 'a' ? sideOf(parent) : undefined)
  Object.assign(properties, sizeOf(picture, wasLinked))
  if (typeof properties.src === 'string') properties.src = fullSizeAddress(properties.src)
  delete properties.style
  delete properties.align
  delete properties.className
  if (side !== undefined) properties.className = [`align-${side}`]
}

/** What it is as a file, where Blogger says so, else as the author set it. */
function sizeOf(picture: Element, wasLinked: boolean): Properties {
  const { dataOriginalWidth, dataOriginalHeight } = picture.properties
  const [ownWidth, ownHeight] = [pixelsOf(dataOriginalWidth), pixelsOf(dataOriginalHeight)]
  if (ownWidth && ownHeight) return { width: ownWidth, height: ownHeight }

  const width = pixelsOf(picture.properties.width ?? styleOf(picture, 'width'))
  const height = pixelsOf(picture.properties.height ?? styleOf(picture, 'height'))
  const scale = wasLinked && width && width < textWidth ? textWidth / width : 1
  return {
    ...(width && { width: Math.round(width * scale) }),
    ...(height && { height: Math.round(height * scale) }),
  }
}

function pixelsOf(written: unknown): number | undefined {
  const pixels = /^(\d+)(\.\d+)?\s*(px)?$/.exec(String(written ?? '').trim())?.[1]
  return Number(pixels) || undefined
}
