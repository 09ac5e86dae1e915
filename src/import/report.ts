import { groupedBy } from '../core/grouped-by.ts'
import { numberOf } from '../core/number-of.ts'
import { shortened } from '../core/text.ts'
import { withoutControls } from '../core/without-controls.ts'
import { type Collected, type CollectedEntry, isLeftOut } from './collection.ts'
import type { Outcome, Written } from './content/write-content.ts'
import type { DownloadFailure } from './download-media.ts'
import type { ImportedContent } from './to-content.ts'

type Fate = Outcome | 'skipped' | 'failed'

/** What became of an entry of the source. */
interface ReportedEntry {
  outcome: Fate
  kind: 'post' | 'page' | 'comment' | 'other'
  id?: string | undefined
  title?: string | undefined
  /** Below the content folder, where it is in one. */
  file?: string | undefined
  /** Why it is not there. */
  reason?: string | undefined
  notes: string[]
}

export interface Report {
  source: string
  format: string
  /** How many entries the source has, and what became of them: the numbers add up. */
  entries: number
  counts: Partial<Record<Fate, number>>
  /** Comments that the source keeps inside its entries, counted by themselves. */
  comments: number
  commentCounts: Partial<Record<Fate, number>>
  items: ReportedEntry[]
  commentItems: ReportedEntry[]
  /** Files that were kept, and where their new versions are. */
  conflicts: { file: string; offered: string | undefined }[]
  downloadFailures: DownloadFailure[]
  notes: string[]
}

export function makeReport(
  source: string,
  { format, blog, entries }: Collected,
  content: ImportedContent,
  { outcomes, offered }: Written,
  downloadFailures: DownloadFailure[],
): Report {
  const files = new Map<CollectedEntry, string>()
  const lost = new Map<CollectedEntry, string[]>()
  for (const placed of content.posts) {
    files.set(placed.post, placed.file)
    lost.set(placed.post, placed.lost)
  }
  for (const { file, comments } of content.comments.placed)
    for (const comment of comments) files.set(comment, file)
  const items: ReportedEntry[] = []
  const commentItems: ReportedEntry[] = []
  for (const entry of entries) {
    const isInside =
      entry.kind === 'comment' ? !entry.isEntry : 'isComment' in entry && entry.isComment
    const file = files.get(entry)
    const reported = reportOf(entry, file, outcomes, content, lost.get(entry) ?? [])
    ;(isInside ? commentItems : items).push(reported)
  }
  const kept = [...outcomes].filter(([, outcome]) => outcome === 'kept').map(([file]) => file)
  return {
    source,
    format,
    entries: items.length,
    counts: countsOf(items),
    comments: commentItems.length,
    commentCounts: countsOf(commentItems),
    items,
    commentItems,
    conflicts: kept.map((file) => ({ file, offered: offered.get(file) })),
    downloadFailures,
    notes: blog.notes,
  }
}

function reportOf(
  entry: CollectedEntry,
  file: string | undefined,
  outcomes: ReadonlyMap<string, Outcome>,
  { comments }: ImportedContent,
  lost: readonly string[],
): ReportedEntry {
  if (isLeftOut(entry))
    return {
      outcome: entry.kind,
      kind: 'other',
      title: entry.name,
      reason: entry.reason,
      notes: [],
    }
  const { kind, id } = entry
  if (kind === 'comment') {
    const reason = comments.left.get(entry)
    const outcome =
      reason === undefined
        ? (outcomes.get(file ?? '') ?? 'unchanged')
        : reason.startsWith('on a page')
          ? 'skipped'
          : 'failed'
    return { outcome, kind, id, file, reason, notes: [] }
  }
  return {
    outcome: outcomes.get(file ?? '') ?? 'unchanged',
    kind,
    id,
    title: entry.title,
    file,
    notes: [
      ...(entry.draft ? ['a draft'] : []),
      ...entry.notes,
      ...lost.map(
        (address) =>
          `its old address ${address} can't be kept, which this blog has for something else`,
      ),
    ],
  }
}

const fates: Fate[] = ['imported', 'updated', 'unchanged', 'kept', 'skipped', 'failed']

function countsOf(items: readonly ReportedEntry[]): Partial<Record<Fate, number>> {
  const counts = fates.map((fate) => [fate, items.filter(({ outcome }) => outcome === fate).length])
  return Object.fromEntries(counts.filter(([, count]) => count !== 0))
}

/** The report for people: every post and page, what failed, and how often else what. */
export function describeReport(report: Report): string {
  const { source, format, entries, counts, comments, commentCounts, items, commentItems } = report
  const within = comments === 0 ? '' : ` and ${numberOf(comments, 'comment')}`
  const lines = [
    `${source} is a ${format} with ${numberOf(entries, 'entry', 'entries')}${within}.`,
    '',
    ...items.filter(({ kind }) => kind === 'post' || kind === 'page').map(describeEntry),
    ...describeComments(items.filter(({ kind }) => kind === 'comment')),
    ...[...items, ...commentItems]
      .filter(({ kind, outcome }) => kind !== 'post' && kind !== 'page' && outcome === 'failed')
      .map(describeEntry),
    ...summaries([...items, ...commentItems].filter(({ outcome }) => outcome === 'skipped')),
    '',
    `${inWords(counts)}.`,
    ...(comments === 0 ? [] : [`Comments: ${inWords(commentCounts)}.`]),
    ...report.downloadFailures.map(
      ({ url, reason }) => `The file ${url} stays where it is: ${reason}.`,
    ),
    ...report.notes,
  ]
  return withoutControls(lines.join('\n'))
}

const describeEntry = ({ outcome, file, title, id, reason, notes }: ReportedEntry): string =>
  outcome === 'failed'
    ? `  failed     ${title ?? id ?? ''}: ${reason}`
    : `  ${outcome.padEnd(10)} ${file ?? ''}  ${title ?? ''}${notes.map((note) => ` (${note})`).join('')}`

/** Comments that are entries themselves; what failed or was skipped is told elsewhere. */
const describeComments = (comments: readonly ReportedEntry[]): string[] =>
  Object.entries(countsOf(comments))
    .filter(([outcome]) => outcome !== 'failed' && outcome !== 'skipped')
    .map(([outcome, number]) => `  ${outcome.padEnd(10)} ${numberOf(number, 'comment')}`)

const namedAtMost = 5

/** What was left out for one reason is told together: an export has hundreds of settings. */
function summaries(skipped: readonly ReportedEntry[]): string[] {
  return [...groupedBy(skipped, ({ reason }) => reason)].map(([reason, entries]) => {
    const names = entries
      .slice(0, namedAtMost)
      .map(({ title, id }) => shortened(title ?? id ?? '', 60))
    const more = entries.length > namedAtMost ? `, and ${entries.length - namedAtMost} more` : ''
    return `  skipped    ${entries.length} × ${reason}: ${names.join(', ')}${more}`
  })
}

const inWords = (counts: Report['counts']): string =>
  Object.entries(counts)
    .map(([outcome, number]) => `${number} ${outcome}`)
    .join(', ') || 'Nothing'
