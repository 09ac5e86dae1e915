import { readScriptData } from '../site/script-settings.ts'
import { readSettingsFile } from '../site/settings-file.ts'
import type { Site } from '../site/site.ts'
import type { SiteText } from '../site/site-text.ts'
import type { SiteFiles } from '../site-files.ts'
import { type Fields, isFields, textAt, toFields, valueAt } from './fields.ts'
import { hugoCascades } from './hugo-cascade.ts'

/** What texts say that don't say it themselves. */
export interface FieldDefaults {
  /** Whether so of this text; its path is the one below the site's content. */
  isOf: (text: SiteText, path: string) => boolean
  values: Fields
}

/** Jekyll has them in its settings, Hugo at the head of a section too, Eleventy in a file that is named after its folder. */
export async function readDefaults(files: SiteFiles, site: Site): Promise<FieldDefaults[]> {
  if (site.generator === 'jekyll') return jekyllDefaults(site.settings)
  if (site.generator === 'hugo') return hugoCascades(files, site)
  if (site.generator !== 'eleventy') return []
  const read = files.names.map(async (name) => {
    const [, folder, own, extension] =
      /^(?:(.*)\/)?([^/]+?)(?:\.11tydata)?\.(json|[cm]?js)$/.exec(name) ?? []
    if (!name.startsWith(site.content) || folder?.split('/').at(-1) !== own) return []
    const values =
      extension === 'json'
        ? await readSettingsFile(files, name, site.notes)
        : readScriptData(await files.text(name).catch(() => ''))
    return [{ folder: `${folder}/`.slice(site.content.length), values }]
  })
  return (await Promise.all(read))
    .flat()
    .sort((a, b) => a.folder.length - b.folder.length)
    .map(({ folder, values }) => ({ isOf: (_, path) => path.startsWith(folder), values }))
}

function jekyllDefaults(settings: Fields): FieldDefaults[] {
  const defaults = valueAt(settings, 'defaults')
  if (!Array.isArray(defaults)) return []
  return defaults.filter(isFields).map((entry) => {
    // A path may have a "*" in it, which is then taken to be all that follows.
    const folder = (textAt(entry, 'scope.path') ?? '').replace(/^[./]+|\*.*$/g, '')
    const type = textAt(entry, 'scope.type')
    return {
      isOf: (text, path) => path.startsWith(folder) && (type === undefined || isOfType(text, type)),
      values: toFields(valueAt(entry, 'values')),
    }
  })
}

/** The fields of a text, with what its folders say where it says nothing. */
export function withDefaults(
  fields: Fields,
  text: SiteText,
  site: Site,
  defaults: readonly FieldDefaults[],
): Fields {
  const path = text.name.slice(site.content.length)
  const fitting = defaults.filter(({ isOf }) => isOf(text, path))
  return Object.assign({}, ...fitting.map(({ values }) => values), fields)
}

/** Jekyll's types are "posts", "pages", "drafts" and the names of collections. */
function isOfType({ folders }: SiteText, type: string): boolean {
  const collection = folders.find((folder) => folder.startsWith('_'))?.slice(1) ?? 'pages'
  return collection.startsWith(type) || `${collection}s` === type
}
