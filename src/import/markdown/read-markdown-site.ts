import { unreadable } from '../formats/or-failed.ts'
import { type Entry, type ImportedBlog, makeBlog } from '../imported-blog.ts'
import { tagAddressesOf } from './address/tag-addresses.ts'
import { translateBody } from './body/translate-body.ts'
import { readDefaults } from './fields/field-defaults.ts'
import { type Outline, outlineOf } from './outline.ts'
import { readSite } from './site/read-site.ts'
import type { Site } from './site/site.ts'
import type { SiteFiles } from './site-files.ts'
import { Targets } from './targets.ts'

/**
 * The posts and pages of a site that is made of Markdown files, in the order of their names. Each
 * such file gives one entry, and what is wrong with it is said there.
 */
export async function* readMarkdownSite(files: SiteFiles): AsyncGenerator<Entry, ImportedBlog> {
  const site = await readSite(files)
  const defaults = await readDefaults(files, site)
  const targets = new Targets(site)
  const outlines: (Entry | Outline)[] = []
  // Texts refer to each other: where all of them stood has to be known before any is read.
  for (const name of files.names) {
    const outline = await outlineOf(name, files, site, defaults)
    if (outline === undefined) continue
    outlines.push(outline)
    if (isOutline(outline)) targets.add(outline.text, outline.post.addresses[0])
  }
  const tags = new Set<string>()
  for (const outline of outlines) {
    if (!isOutline(outline)) {
      yield outline
      continue
    }
    for (const tag of outline.post.tags) tags.add(tag)
    yield await withBody(outline, files, site, targets)
  }
  const { title, description, language, author, home, notes } = site
  const tagAddresses = tagAddressesOf(tags, site)
  return makeBlog({ title, description, language, author, home, tagAddresses, notes })
}

const isOutline = (read: Entry | Outline): read is Outline => 'bodyLength' in read

async function withBody(
  { post, text, fields, bodyLength }: Outline,
  files: SiteFiles,
  site: Site,
  targets: Targets,
): Promise<Entry> {
  try {
    const whole = await files.text(text.name)
    const notes = new Set<string>()
    const body = translateBody(whole.slice(whole.length - bodyLength), {
      markup: post.markup,
      text,
      fields,
      site,
      targets,
      address: post.addresses[0],
      notes,
    })
    return { ...post, text: body, notes: shortened([...post.notes, ...notes]) }
  } catch (error) {
    return { kind: 'failed', name: text.name, reason: unreadable(error) }
  }
}

/** What is said of one text has to stay readable. */
const shortened = (notes: string[]): string[] =>
  notes.length <= 20 ? notes : [...notes.slice(0, 20), `and ${notes.length - 20} more like these`]
