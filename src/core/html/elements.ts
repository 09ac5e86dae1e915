import type { Element, ElementContent, Properties, Root } from 'hast'

export const element = (
  tagName: string,
  properties: Properties = {},
  children: ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children })

/** The elements below a tree's root, in the order of the document. */
export function elementsOf(tree: Root | Element): Element[] {
  const elements: Element[] = []
  const walk = ({ children }: Root | Element): void => {
    for (const child of children) {
      if (child.type !== 'element') continue
      elements.push(child)
      walk(child)
    }
  }
  walk(tree)
  return elements
}

/**
 * Puts in an element's place what `replace` gives for it, whose inside is then left alone;
 * undefined keeps the element.
 */
export function replaceElements(
  tree: Root,
  replace: (element: Element, parent: Root | Element) => ElementContent | undefined,
): void {
  const walk = (parent: Root | Element): void => {
    for (const [index, child] of parent.children.entries()) {
      if (child.type !== 'element') continue
      const replacement = replace(child, parent)
      if (replacement === undefined) walk(child)
      else parent.children[index] = replacement
    }
  }
  walk(tree)
}

export function addClass({ properties }: Element, name: string): void {
  properties.className = [...[properties.className ?? []].flat(), name].map(String)
}

export const hasClass = ({ properties: { className } }: Element, name: string): boolean =>
  Array.isArray(className) && className.includes(name)
