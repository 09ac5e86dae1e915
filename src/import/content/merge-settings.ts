import { addressKey, aliasPath, baseOf, belowBase, decodePath } from '../../core/addresses.ts'
import { isFields } from '../markdown/fields/fields.ts'
import { parseSettings } from './read-present.ts'

/**
 * The text of the settings that are there with what an import brings: old addresses are added to "aliases",
 * and its order of popular posts stands where nothing is said of them. Undefined where it brings nothing
 * new, or where they can't be read.
 */
export function mergeSettings(present: string, imported: string): string | undefined {
  const settings = parseSettings(present)
  const known = settings?.aliases ?? {}
  // The build will complain of what is no list of addresses.
  if (settings === undefined || !isFields(known)) return undefined
  const { url } = settings
  const keyOf = keysBelow(baseOf(typeof url === 'string' ? url : undefined))
  const taken = new Set(Object.keys(known).map(keyOf))
  const brought = parseSettings(imported)
  const missing = Object.entries(brought?.aliases ?? {}).filter(
    ([alias]) => !taken.has(keyOf(alias)),
  )
  const popular = settings.popular ?? brought?.popular
  if (missing.length === 0 && popular === settings.popular) return undefined
  const aliases =
    missing.length > 0 ? { ...known, ...Object.fromEntries(missing) } : settings.aliases
  const [, indent = '  '] = /^([ \t]+)"/m.exec(present) ?? []
  return `${JSON.stringify({ ...settings, popular, aliases }, null, indent)}\n`
}

/** Aliases with one key are one address to the build, however they are written. */
const keysBelow =
  (base: string) =>
  (alias: string): string =>
    addressKey(belowBase(base, decodePath(aliasPath(alias) ?? alias)))
