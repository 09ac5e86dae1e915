/**
 * The command behind `npm run import`. Exit codes: 0 all well, 1 nothing imported or a fatal
 * error, 2 wrong usage, 3 imported, but not every entry or picture.
 */

import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { messageOf } from '../core/message-of.ts'
import { contentFolder } from '../publish/content-folder.ts'
import { readRecord } from './content/import-record.ts'
import { makesWay, readPresent } from './content/read-present.ts'
import { recover } from './content/staging.ts'
import { type Written, writeContent } from './content/write-content.ts'
import { downloadMedia } from './download-media.ts'
import { formats } from './formats.ts'
import { ImportError } from './imported-blog.ts'
import { Media } from './media.ts'
import { nextSteps } from './next-steps.ts'
import { Progress } from './progress.ts'
import { readSource } from './read-source.ts'
import { describeReport, makeReport } from './report.ts'
import { Spool } from './spool.ts'
import { type ImportedContent, toContent } from './to-content.ts'

const formatKeys = [...formats.map(({ key }) => key), 'markdown']
const usage = `Usage: npm run import -- SOURCE [--out DIR] [--format FORMAT] [--media] [--force] [--dry-run] [--json]

  SOURCE     the blog to import: a file, a folder, a zip, or the address of a feed
  --out DIR  the content folder to write; else the one that LECTERN_CONTENT names, or src/content
  --format   what SOURCE is, where that is not to be told by its content: ${formatKeys.join(', ')}
  --media    download the pictures that posts show, and the old blog's files that they link to
  --force    overwrite files that the import did not write, or that were changed since; blog.json stays
  --dry-run  write nothing, and say what would be
  --json     print the report as JSON`

type Call = NonNullable<ReturnType<typeof readCall>>

async function main(words: string[]): Promise<number> {
  const call = readCall(words)
  if (call === undefined) {
    console.error(usage)
    return 2
  }
  const folder = mkdtempSync(join(tmpdir(), 'lectern-import-'))
  try {
    return await importBlog(call, folder)
  } catch (error) {
    if (!(error instanceof ImportError || isFileError(error))) throw error
    console.error(`${call.source}: ${error.message}`)
    return 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readCall(words: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        out: { type: 'string', default: contentFolder() },
        format: { type: 'string' },
        media: { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    const [source, ...rest] = positionals
    if (values.help || source === undefined || rest.length > 0) return undefined
    const { format } = values
    if (format !== undefined && !formatKeys.includes(format))
      throw new Error(`found "${format}" after --format, expected one of ${formatKeys.join(', ')}`)
    return { ...values, source, format, out: resolve(values.out), dryRun: values['dry-run'] }
  } catch (error) {
    console.error(messageOf(error))
    return undefined
  }
}

async function importBlog(call: Call, folder: string): Promise<number> {
  const { source, out, format, force, dryRun } = call
  expectPlaceForFolder(out)
  const progress = new Progress(process.stderr, call.json)
  const spool = new Spool(folder)
  progress.start('Reading')
  const collected = await readSource(source, { spool, folder, format, progress })
  recover(out)
  const isNew = makesWay(out)
  const media = new Media(collected.files, isNew ? [] : Object.entries(readRecord(out).media))
  const content = toContent(collected, media, readPresent(out))
  const downloads = `${out}.downloads`
  const failures =
    call.media && !dryRun
      ? await downloadMedia(filesElsewhere(content), media, downloads, progress)
      : []
  const isEmpty = content.posts.length === 0 && content.comments.placed.length === 0
  const written: Written = isEmpty
    ? { outcomes: new Map(), offered: new Map(), sampleMovedTo: undefined }
    : await writeContent(content, {
        folder: out,
        force,
        dryRun,
        media,
        source: collected.files,
        progress,
      }).catch((error) => refuseToWrite(error, out))
  progress.clear()
  if (call.media && !dryRun) rmSync(downloads, { recursive: true, force: true })
  collected.files?.close()
  spool.close()

  const report = makeReport(source, collected, content, written, failures)
  if (call.json) console.log(JSON.stringify(report, null, 2))
  else {
    console.log(describeReport(report))
    if (!isEmpty) console.log(nextSteps(report, content, written, call))
  }
  if (isEmpty)
    throw new ImportError(`found a ${collected.format} without a post that can be imported`)
  const hasFailed = [...report.items, ...report.commentItems].some(
    ({ outcome }) => outcome === 'failed',
  )
  return hasFailed || failures.length > 0 || collected.blog.isCut ? 3 : 0
}

/** The files that posts have from the web: they come to light as the texts are made. */
function filesElsewhere({ posts, textOf, addresses }: ImportedContent): ReadonlySet<string> {
  for (const placed of posts) textOf(placed)
  return addresses.filesElsewhere
}

function expectPlaceForFolder(place: string): void {
  let nearest = place
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest)
  if (existsSync(nearest) && !statSync(nearest).isDirectory())
    throw new ImportError(`found the file ${nearest} where to write, expected a folder`)
}

/** A full disk says nothing of where it is. */
function refuseToWrite(error: unknown, out: string): never {
  throw isFileError(error) ? new ImportError(`could not write to ${out} (${error.message})`) : error
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error

process.exitCode = await main(process.argv.slice(2))
