import { addressKey, isOwnFile, twinPath } from '../../core/addresses.ts'
import { ContentError, type Problem } from './problems.ts'
import type { Source } from './read-sources.ts'

/**
 * Gives each old address its new path. Throws a ContentError where two texts claim one address:
 * a link would then lead to the wrong one. Letters' case does not tell addresses apart, as it
 * does not on every host.
 */
export function claimAddresses(sources: readonly Source[]): Map<string, string> {
  const problems: Problem[] = []
  const owners = new Map<string, string>()
  const claim = (address: string, file: string, field?: string): void => {
    const key = addressKey(address)
    const owner = isOwnFile(address) ? 'the site itself' : owners.get(key)
    if (owner === undefined) owners.set(key, file)
    else
      problems.push({
        file,
        field,
        message: `found the address ${address}, which ${owner} has already; expected one of its own`,
      })
  }

  claim('/', "the blog's first page")
  for (const { path, file } of sources) {
    claim(decodeURIComponent(path), file)
    owners.set(addressKey(decodeURIComponent(twinPath(path))), file)
  }
  const aliases = new Map<string, string>()
  for (const { fields, path, file } of sources)
    for (const alias of fields.aliases) {
      claim(alias, file, 'aliases')
      aliases.set(alias, path)
    }
  if (problems.length > 0) throw new ContentError(problems)
  return aliases
}
