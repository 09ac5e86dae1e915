import type { Element } from 'hast'
import { hasClass } from '../../core/html/elements.ts'
import { styleOf } from './inline-style.ts'
import { elementsFrom } from './walk.ts'

interface Around {
  dir: string | undefined
  lang: string | undefined
}

const blocks =
  /^(p|div|center|h[1-6]|li|dt|dd|td|th|caption|figcaption|blockquote|section|article|header|footer|aside)$/

/**
 * Direction and language stay where they differ from what is around them. How a block is aligned
 * stays in its `align` alone: "center", "right", or "start", which is how text stands anyway.
 */
export function saySidesOnce(text: Element): void {
  const nothing: Around = { dir: undefined, lang: undefined }
  const around = new Map<Element, Around>()
  const isFromRight = isWrittenFromRight(text)
  for (const element of elementsFrom(text)) {
    const outside = around.get(element) ?? nothing
    const inside = {
      dir: sayOnce(element, 'dir', outside.dir, 'ltr'),
      lang: sayOnce(element, 'lang', outside.lang),
    }
    for (const child of element.children) if (child.type === 'element') around.set(child, inside)

    const isRightTheStart = inside.dir === 'rtl' || (inside.dir !== 'ltr' && isFromRight)
    const align = blocks.test(element.tagName) ? alignmentOf(element) : undefined
    if (align === undefined) delete element.properties.align
    else element.properties.align = align === 'right' && isRightTheStart ? 'start' : align
  }
}

/** What holds in an element; its attribute goes where that holds around it too. */
function sayOnce(
  { tagName, properties }: Element,
  attribute: 'dir' | 'lang',
  outside: string | undefined,
  usual?: string,
): string | undefined {
  const said = String(properties[attribute] ?? '')
    .trim()
    .toLowerCase()
  const isKnown = said === '' || said === (outside ?? usual)
  if (isKnown && tagName !== 'bdo') delete properties[attribute]
  return said || outside
}

function alignmentOf(element: Element): 'center' | 'right' | 'start' | undefined {
  const { align } = element.properties
  if (hasClass(element, 'align-center')) return 'center'
  if (hasClass(element, 'align-right')) return 'right'
  const written =
    styleOf(element, 'text-align') ??
    (typeof align === 'string' ? align.trim().toLowerCase() : undefined) ??
    (element.tagName === 'center' ? 'center' : undefined)
  if (written === undefined || written === 'inherit') return undefined
  if (/center|middle/.test(written)) return 'center'
  return written === 'right' || written === 'end' ? 'right' : 'start'
}

/** Whether most letters are of scripts that run from right to left, as whole blogs do without a `dir`. */
function isWrittenFromRight(text: Element): boolean {
  let [letters, fromRight] = [0, 0]
  for (const { children } of elementsFrom(text))
    for (const child of children) {
      if (child.type !== 'text') continue
      letters += child.value.match(/\p{L}/gu)?.length ?? 0
      fromRight += child.value.match(rightToLeft)?.length ?? 0
    }
  return fromRight * 2 > letters
}

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu
