import { messageOf } from '../../../core/message-of.ts'
import { type Fields, noFields, toFields } from '../fields/fields.ts'
import { parseFields } from '../fields/parse-fields.ts'
import type { SiteFiles } from '../site-files.ts'

/** A file of settings in YAML, TOML or JSON; none, and a note, where it can't be read. */
export async function readSettingsFile(
  files: SiteFiles,
  name: string,
  notes: string[],
): Promise<Fields> {
  const language = name.endsWith('.toml') ? 'toml' : name.endsWith('.json') ? 'json' : 'yaml'
  try {
    const fieldNotes: string[] = []
    const fields = toFields(parseFields(language, await files.text(name), fieldNotes))
    notes.push(...fieldNotes.map((note) => `${name}: ${note}`))
    return fields
  } catch (error) {
    const [reason] = messageOf(error).split('\n')
    notes.push(`${name} could not be read (${reason}), and so what it sets is not known.`)
    return noFields
  }
}
