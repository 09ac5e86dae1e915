import { isObject, parseSettings } from './read-present.ts'

/**
 * The text of the settings that are there with the old addresses that an import brings added to
 * "aliases"; undefined where it brings none that is new, or where they can't be read.
 */
export function mergeSettings(present: string, imported: string): string | undefined {
  const settings = parseSettings(present)
  const known = settings?.aliases ?? {}
  const brought = parseSettings(imported)?.aliases ?? {}
  const missing = Object.entries(brought).filter(([alias]) => !Object.hasOwn(known, alias))
  // The build will complain of what is no list of addresses.
  if (settings === undefined || !isObject(known) || missing.length === 0) return undefined
  const aliases = { ...known, ...Object.fromEntries(missing) }
  const [, indent = '  '] = /^([ \t]+)"/m.exec(present) ?? []
  return `${JSON.stringify({ ...settings, aliases }, null, indent)}\n`
}
