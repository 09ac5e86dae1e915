import { relative } from 'node:path'
import { numberOf } from '../core/number-of.ts'
import type { Written } from './content/write-content.ts'
import type { Report } from './report.ts'
import type { ImportedContent } from './to-content.ts'

/** More pages than these fill the head of a phone's screen. */
const manyLinks = 6

interface Asked {
  out: string
  dryRun: boolean
  media: boolean
}

/** What the owner may want to do after an import. */
export function nextSteps(
  { conflicts }: Report,
  { posts, addresses, isLanguageTold }: ImportedContent,
  { outcomes, sampleMovedTo }: Written,
  { out, dryRun, media }: Asked,
): string {
  const steps: string[] = []
  if (dryRun) steps.push('Nothing was written, as --dry-run asks.')
  if (dryRun && sampleMovedTo !== undefined)
    steps.push(
      `Without it, the folder with the sample blog would become ${relative('.', sampleMovedTo)}.`,
    )
  const pages = posts.filter(
    ({ post, file }) => post.kind === 'page' && !post.unlisted && outcomes.get(file) === 'imported',
  )
  if (pages.length > manyLinks)
    steps.push(
      `${pages.length} pages are linked at the head of the blog; "navigation: false" in a page's front matter keeps it out.`,
    )
  const files = addresses.filesElsewhere
  if (files.size > 0 && !media) steps.push(filesStay(files))
  if (conflicts.length > 0) {
    const files = conflicts.map(({ file, offered }) =>
      offered === undefined ? file : `${file} (the new version is ${offered})`,
    )
    steps.push(
      `Kept as they were, since they are not the import's own or were changed since: ${files.join(', ')}. --force overwrites them.`,
    )
  }
  if (sampleMovedTo !== undefined && !dryRun)
    steps.push(
      `The folder with the sample blog is now ${relative('.', sampleMovedTo)}: take out what is yours, and delete the rest when you like.`,
    )
  if (outcomes.get('blog.json') === 'imported' && !dryRun)
    steps.push(
      `Look over ${relative('.', out)}/blog.json, and set "url" to the address that the blog will have${isLanguageTold ? '' : ', and "language" to that of its posts, which the source does not tell: "en" is written there'}.`,
    )
  return steps.join('\n')
}

/** "3 pictures and files stay on old.example.org and pictures.example.org". */
function filesStay(files: ReadonlySet<string>): string {
  const hosts = [...new Set([...files].map((url) => new URL(url).host))].sort()
  const named = hosts.length > 3 ? `${numberOf(hosts.length, 'host')}` : hosts.join(' and ')
  return `${numberOf(files.size, 'picture or file', 'pictures and files')} will be had from ${named}, as long as they are there. --media downloads them.`
}
