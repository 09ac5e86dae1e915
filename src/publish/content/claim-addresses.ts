import {
  addressKey,
  aliasPath,
  belowBase,
  decodePath,
  hasQuery,
  isOwnAddress,
  isOwnFile,
  pageFileAt,
  tagPath,
  twinPath,
} from '../../core/addresses.ts'
import { ContentError, type Problem } from './problems.ts'
import type { Source } from './read-sources.ts'

/**
 * Gives each old address, below `base`, its new path; `ofSettings` are those that are no text's own.
 * Throws a ContentError where two claim one address: a link would then lead to the wrong one.
 * Letters' case does not tell addresses apart, as it does not on every host.
 */
export function claimAddresses(
  sources: readonly Source[],
  ofSettings: Record<string, string>,
  base: string,
): Map<string, string> {
  const problems: Problem[] = []
  const owners = new Map<string, string>()
  const claim = (address: string, file: string, field?: string): boolean => {
    const key = addressKey(address)
    const owner = isOwnAddress(address) ? 'the site itself' : owners.get(key)
    if (owner === undefined) owners.set(key, file)
    else
      problems.push({
        file,
        field,
        message: `found the address ${address}, which ${owner} has already; expected one of its own`,
      })
    return owner === undefined
  }

  claim('/', "the blog's first page")
  for (const { path, file } of sources) {
    claim(decodePath(path), file)
    owners.set(addressKey(decodePath(twinPath(path))), file)
  }
  for (const tag of new Set(sources.flatMap(({ fields }) => fields.tags)))
    owners.set(addressKey(decodePath(tagPath(tag))), `the tag "${tag}"`)
  const aliases = new Map<string, string>()
  // A blog that stays where it was has old addresses that begin as the new ones do.
  const below = (address: string) => belowBase(base, address)
  for (const { fields, path, file } of sources) {
    // A text may have been at "/old" and at "/Old/": both lead to it.
    // A text that was imported from where it still is has its own address as an old one.
    const own = fields.aliases.map(below).filter((alias) => !isSamePage(alias, decodePath(path)))
    const claimed = new Map<string, boolean>()
    for (const alias of own) {
      const key = addressKey(alias)
      if (!claimed.has(key)) claimed.set(key, claim(alias, file, 'aliases'))
      if (claimed.get(key)) aliases.set(alias, path)
    }
  }
  for (const [written, target] of Object.entries(ofSettings)) {
    const alias = below(aliasPath(written) ?? written)
    const path = below(target)
    if (addressKey(alias) === addressKey(decodePath(path)))
      problems.push({
        file: 'blog.json',
        field: 'aliases',
        message: `found ${written}, which leads to itself; expected another path`,
      })
    if (claim(alias, 'blog.json', 'aliases')) aliases.set(alias, path)
  }
  for (const alias of aliases.keys()) {
    const above = hasQuery(alias) ? undefined : fileAbove(alias, (key) => owners.has(key))
    if (above !== undefined)
      problems.push({
        file: owners.get(addressKey(alias)) ?? 'blog.json',
        field: 'aliases',
        message: `found the address ${alias}, which is below ${above}, a file; expected another`,
      })
  }
  if (problems.length > 0) throw new ContentError(problems)
  const byKey = new Map([...aliases].map(([alias, path]) => [addressKey(alias), path]))
  for (const [alias, path] of aliases) {
    const end = endOf(path, byKey)
    if (end === undefined) aliases.delete(alias)
    else aliases.set(alias, end)
  }
  return aliases
}

/**
 * Where `path` leads in the end: an old address may lead to another, whose page search engines are not to
 * keep. Undefined in a circle, which has none.
 */
function endOf(path: string, byKey: ReadonlyMap<string, string>): string | undefined {
  const passed = new Set<string>()
  for (let at = path; !passed.has(at); ) {
    passed.add(at)
    const next = byKey.get(addressKey(decodePath(at).normalize('NFC')))
    if (next === undefined) return at
    at = next
  }
  return undefined
}

const isSamePage = (alias: string, path: string): boolean => pageFileAt(alias) === pageFileAt(path)

/** The address above `alias` that is a file's: where "/a.html" is a page, "/a.html/b" is none. */
function fileAbove(alias: string, isTaken: (key: string) => boolean): string | undefined {
  const parts = pageFileAt(alias).split('/')
  const isFile = (path: string): boolean =>
    isOwnFile(path)
      ? !isOwnFile(`${path}/`)
      : /\.(html?|json)$/i.test(path) && isTaken(addressKey(path))
  return parts.map((_, at) => `/${parts.slice(0, at).join('/')}`).find(isFile)
}
