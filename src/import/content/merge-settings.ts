import { addressKey, aliasPath, baseOf, belowBase, decodePath } from '../../core/addresses.ts'
import { isFields } from '../markdown/fields/fields.ts'
import { parseSettings } from './read-present.ts'

/**
 * The text of the settings that are there with the old addresses that an import brings added to
 * "aliases"; undefined where it brings none that is new, or where they can't be read.
 */
export function mergeSettings(present: string, imported: string): string | undefined {
  const settings = parseSettings(present)
  const known = settings?.aliases ?? {}
  // The build will complain of what is no list of addresses.
  if (settings === undefined || !isFields(known)) return undefined
  const { url } = settings
  const keyOf = keysBelow(baseOf(typeof url === 'string' ? url : undefined))
  const taken = new Set(Object.keys(known).map(keyOf))
  const brought = Object.entries(parseSettings(imported)?.aliases ?? {})
  const missing = brought.filter(([alias]) => !taken.has(keyOf(alias)))
  if (missing.length === 0) return undefined
  const aliases = { ...known, ...Object.fromEntries(missing) }
  const [, indent = '  '] = /^([ \t]+)"/m.exec(present) ?? []
  return `${JSON.stringify({ ...settings, aliases }, null, indent)}\n`
}

/** Aliases with one key are one address to the build, however they are written. */
const keysBelow =
  (base: string) =>
  (alias: string): string =>
    addressKey(belowBase(base, decodePath(aliasPath(alias) ?? alias)))
