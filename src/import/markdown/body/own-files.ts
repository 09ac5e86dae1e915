import { posix } from 'node:path'
import { decodePath, hasScheme } from '../../../core/addresses.ts'
import { joinPath } from '../address/permalink.ts'
import { type Fields, textAt } from '../fields/fields.ts'
import type { Site } from '../site/site.ts'
import type { SiteText } from '../site/site-text.ts'

/** The text that names a file. */
interface Written {
  text: SiteText
  fields: Fields
  site: Site
}

/**
 * What a text says of a file of its site, as what anyone understands: a path beside it, or one that
 * begins with "/". As it is, where no file of the site is meant.
 */
export function ownFile(written: string, { text, fields, site }: Written): string {
  const address = written.replace(/^__GHOST_URL__(?=\/)/, '')
  if (hasScheme(address) || /^(\/|#|$)/.test(address)) return address
  const path = decodePath(address.replace(/[?#].*$/, ''))
  const isFile = (name: string): boolean => site.names.has(posix.normalize(name))
  const folder = posix.dirname(text.name)
  const beside = (name: string): string => posix.relative(folder, posix.normalize(name))

  const [, alias, rest = ''] = /^(@site|~|@)\/?(.+)$/.exec(path) ?? []
  if (alias === '@site')
    return rest.startsWith('static/') ? rest.slice('static'.length) : beside(site.root + rest)
  if (alias !== undefined) {
    const place = [`${site.root}src/${rest}`, site.root + rest].find(isFile)
    return place === undefined ? address : beside(place)
  }
  // Themes of Jekyll have a field for where a post's pictures are.
  const subfolder = textAt(fields, 'mediasubpath', 'imgpath')
  return subfolder === undefined || isFile(`${folder}/${path}`)
    ? address
    : joinPath(subfolder, address)
}
