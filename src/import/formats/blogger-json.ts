import { ImportError } from '../imported-blog.ts'
import type { SourceText } from '../source/source-text.ts'
import type { XmlPart } from '../xml/read-xml.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { readBlogger } from './blogger.ts'
import type { Format } from './format.ts'
import { readJsonParts } from './json-parts.ts'

/** The feeds of a Blogger blog with `?alt=json`: their Atom, written as JSON (https://developers.google.com/gdata/docs/json). */
export const bloggerJson: Format = {
  name: 'Blogger feed in JSON',
  key: 'blogger-json',
  recognises: (start) =>
    start.trimStart().startsWith('{') && /"\$t"\s*:/.test(start) && /"feed"\s*:/.test(start),
  read: (source) => readBlogger(source, readParts(source)),
}

async function* readParts({ pieces }: SourceText): AsyncGenerator<XmlPart> {
  for await (const { key, value, isCut } of readJsonParts(pieces(), [
    '$.feed.*',
    '$.feed.entry.*',
  ])) {
    if (isCut) yield { element: toElement('', {}), isCut }
    else if (typeof key === 'number') yield { element: toElement('atom:entry', value), isCut }
    else if (key !== 'entry')
      for (const element of childrenNamed(key ?? '', value)) yield { element, isCut }
  }
}

/** `{"$t": words, attribute: value, child: {…} or [{…}, …]}` as the element that it stands for. */
function toElement(name: string, json: unknown): XmlElement {
  if (typeof json !== 'object' || json === null)
    throw new ImportError(`found ${JSON.stringify(json)} where an object was expected`)
  const element: XmlElement = { name, attributes: {}, children: [] }
  for (const [key, value] of Object.entries(json)) {
    if (key === '$t') element.children.push(String(value))
    else if (typeof value === 'object' && value !== null)
      element.children.push(...childrenNamed(key, value))
    else element.attributes[key.replace('$', ':').toLowerCase()] = String(value)
  }
  return element
}

const childrenNamed = (key: string, value: unknown): XmlElement[] =>
  (Array.isArray(value) ? value : [value])
    .filter((child) => typeof child === 'object' && child !== null)
    .map((child) => toElement(elementName(key), child))

const elementName = (key: string): string =>
  (key.includes('$') ? key.replace('$', ':') : `atom:${key}`).toLowerCase()
