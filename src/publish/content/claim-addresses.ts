import {
  addressKey,
  aliasPath,
  belowBase,
  decodePath,
  hasQuery,
  isOwnAddress,
  pageFileAt,
  placeKey,
  tagPath,
  twinPath,
} from '../../core/addresses.ts'
import { fileAbove } from '../../core/file-above.ts'
import { groupedBy } from '../../core/grouped-by.ts'
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
  const owners = new Owners(sources)
  const aliases = new Map([
    ...aliasesOfTexts(sources, base, owners),
    ...aliasesOfSettings(ofSettings, base, owners),
  ])
  for (const alias of aliases.keys()) owners.refuseBelowFile(alias, (path) => aliases.has(path))
  if (owners.problems.length > 0) throw new ContentError(owners.problems)
  return followed(aliases)
}

/** Whose each address is: a file of the content folder, or what the site itself has there. */
class Owners {
  readonly problems: Problem[] = []
  readonly #owners = new Map<string, string>()

  /** Begins with all pages that the texts make. */
  constructor(sources: readonly Source[]) {
    this.claim('/', "the blog's first page")
    for (const { path, file } of sources) {
      this.claim(decodePath(path), file)
      this.#give(twinPath(path), file)
    }
    for (const tag of new Set(sources.flatMap(({ fields }) => fields.tags)))
      this.#give(tagPath(tag), `the tag "${tag}"`)
  }

  #give(path: string, owner: string): void {
    this.#owners.set(placeKey(path), owner)
  }

  /** Whether nobody has the address yet; the file has it then. */
  claim(address: string, file: string, field?: string): boolean {
    const key = addressKey(address)
    const owner = isOwnAddress(address) ? 'the site itself' : this.#owners.get(key)
    if (owner === undefined) this.#owners.set(key, file)
    else
      this.problems.push({
        file,
        field,
        message: `found the address ${address}, which ${owner} has already; expected one of its own`,
      })
    return owner === undefined
  }

  /** Where "/a.html" is a page, there can be no folder for "/a.html/b"; "/a.html/" may be its only name. */
  refuseBelowFile(alias: string, isAlias: (path: string) => boolean): void {
    const isTaken = (path: string) =>
      isAlias(path) || (!isOnePlace(path, alias) && this.#owners.has(addressKey(path)))
    const above = hasQuery(alias) ? undefined : fileAbove(alias, isTaken)
    if (above !== undefined)
      this.problems.push({
        file: this.#owners.get(addressKey(alias)) ?? 'blog.json',
        field: 'aliases',
        message: `found the address ${alias}, which is below ${above}, a file; expected another`,
      })
  }
}

/** A blog that stays where it was has old addresses that begin as the new ones do, with its base. */
function* aliasesOfTexts(
  sources: readonly Source[],
  base: string,
  owners: Owners,
): Generator<[alias: string, path: string]> {
  for (const { fields, path, file } of sources) {
    const aliases = fields.aliases
      .map((address) => belowBase(base, address))
      // A text that was imported from where it still is has its own address as an old one.
      .filter((alias) => !isSamePage(alias, decodePath(path)))
    // It may have been at "/old" and at "/Old/": both lead to it.
    for (const [key, written] of groupedBy(aliases, addressKey))
      if (owners.claim(written[0] ?? key, file, 'aliases'))
        for (const alias of written) yield [alias, path]
  }
}

function* aliasesOfSettings(
  settings: Record<string, string>,
  base: string,
  owners: Owners,
): Generator<[alias: string, path: string]> {
  for (const [written, target] of Object.entries(settings)) {
    const alias = belowBase(base, aliasPath(written) ?? written)
    const path = belowBase(base, target)
    if (addressKey(alias) === placeKey(path))
      owners.problems.push({
        file: 'blog.json',
        field: 'aliases',
        message: `found ${written}, which leads to itself; expected another path`,
      })
    if (owners.claim(alias, 'blog.json', 'aliases')) yield [alias, path]
  }
}

/** Each with where it leads in the end; those that lead round in a circle are gone. */
function followed(aliases: ReadonlyMap<string, string>): Map<string, string> {
  const byKey = new Map([...aliases].map(([alias, path]) => [addressKey(alias), path]))
  return new Map(
    [...aliases].flatMap(([alias, path]) => {
      const end = endOf(path, byKey)
      return end === undefined ? [] : [[alias, end]]
    }),
  )
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

const isOnePlace = (a: string, b: string): boolean => addressKey(a) === addressKey(b)

const isSamePage = (alias: string, path: string): boolean => pageFileAt(alias) === pageFileAt(path)
