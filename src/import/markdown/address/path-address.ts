import { textAt } from '../fields/fields.ts'
import type { AddressRule, Placed } from './address-rule.ts'
import { githubSlug } from './address-words.ts'
import { joinPath } from './permalink.ts'

/** The generators whose addresses are the paths of files, each a little otherwise. */

const asWritten = (pattern: string | undefined): AddressRule => ({ pattern, values: {} })

/** https://docusaurus.io/docs/blog#blog-post-date */
export function docusaurusRule({ text, fields, site }: Placed): AddressRule {
  const folder = (textAt(site.settings, 'blogpath') ?? 'blog').replace(/^[./]+|\/+$/g, '')
  const path = text.folders.join('/')
  if (path === 'src/pages' || path.startsWith('src/pages/'))
    return asWritten(joinPath(path.slice('src/pages'.length), text.stem))
  if (path !== folder && !path.startsWith(`${folder}/`)) return asWritten(undefined)
  // Languages other than the site's own have their folder.
  const route = joinPath(text.language ?? '', textAt(site.settings, 'blogroute') ?? 'blog')
  const slug = textAt(fields, 'slug')
  if (slug !== undefined) return asWritten(joinPath(route, slug))
  const day = text.date?.split('-') ?? []
  const below = foldersBeforeDate(path.slice(folder.length), day)
  return asWritten(joinPath(route, below, ...day, text.slug))
}

/** A day may be written in folders: "2016/05-01-tea". */
const foldersBeforeDate = (path: string, [year, month, day]: string[]): string =>
  path.replace(new RegExp(`/${year}(/${month}(/${day})?)?$`), '')

/** https://docs.astro.build/en/guides/content-collections/ */
export function astroRule({ text, fields }: Placed): AddressRule {
  const path = [...text.folders, text.stem].join('/')
  if (path.startsWith('src/pages/')) return asWritten(`/${path.slice('src/pages/'.length)}/`)
  const [, below] = /^(?:src\/)?(?:content|data)\/(.+)$/.exec(path) ?? []
  if (below === undefined) return asWritten(undefined)
  const slug = textAt(fields, 'slug')
  const [collection = '', ...rest] = below.split('/')
  // Pages of a collection seldom have its name in their addresses.
  const start = collection === 'pages' ? '' : collection
  return asWritten(joinPath(start, ...(slug === undefined ? rest.map(githubSlug) : [slug]), '/'))
}

/** https://www.11ty.dev/docs/permalinks/: a file that is named as its folder stands for that. */
export function eleventyRule({ text: { folders, slug } }: Placed): AddressRule {
  return asWritten(joinPath(...folders, ...(folders.at(-1) === slug ? [] : [slug]), '/'))
}

/** As its starters make them: the path below the folder of posts. */
export function gatsbyRule({ text, fields }: Placed): AddressRule {
  const [, below = text.stem] =
    /^(?:src\/)?(?:content|data)\/(?:[^/]+\/)?(.+)$/.exec([...text.folders, text.stem].join('/')) ??
    []
  return asWritten(joinPath(textAt(fields, 'slug') ?? below, '/'))
}
