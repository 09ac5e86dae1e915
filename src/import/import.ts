/**
 * The command behind `npm run import`. Exit codes: 0 all well, 1 nothing imported or a fatal
 * error, 2 wrong usage, 3 imported, but not every entry.
 */
import { existsSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { recogniseFormat } from './formats.ts'
import { ImportError, type ImportedBlog } from './imported-blog.ts'
import { type ImportedContent, toContent } from './to-content.ts'
import { type Outcome, readPresent, type Written, writeContent } from './write-content.ts'

const usage = `Usage: npm run import -- FILE [--out DIR] [--force]

  FILE       the blog to import: a JSON Feed
  --out DIR  the content folder to write; else the one that LECTERN_CONTENT names, or src/content
  --force    overwrite files that the import did not write, or that were changed since`

function main(words: string[]): number {
  const call = readCall(words)
  if (call === undefined) {
    console.error(usage)
    return 2
  }
  try {
    return importFile(call.source, resolve(call.out), call.force)
  } catch (error) {
    if (!(error instanceof ImportError || isFileError(error))) throw error
    console.error(`${call.source}: ${error.message}`)
    return 1
  }
}

function readCall(words: string[]): { source: string; out: string; force: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        out: { type: 'string', default: contentFolder() },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return undefined
    const [source, ...rest] = positionals
    return source === undefined || rest.length > 0 ? undefined : { source, ...values }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return undefined
  }
}

function importFile(source: string, out: string, force: boolean): number {
  const text = readUtf8(source)
  const format = recogniseFormat(text)
  const blog = format.parse(text)
  const content = toContent(blog, readPresent(out))
  if (content.posts.length === 0)
    throw new ImportError(`found a ${format.name} without a post that can be imported`)
  const written = writeContent(out, content, force)

  console.log(`${source} is a ${format.name} with ${blog.entries.length} entries.\n`)
  const lost = report(blog, content, written)
  explain(blog, written, out)
  return lost === 0 ? 0 : lost < blog.entries.length ? 3 : 1
}

function readUtf8(source: string): string {
  if (/^https?:/.test(source)) throw new ImportError('found an address, expected a file')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(source))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new ImportError('found bytes that are not UTF-8, expected text in UTF-8')
  }
}

/** Says what became of each entry; returns how many of them were not imported. */
function report(blog: ImportedBlog, content: ImportedContent, { outcomes }: Written): number {
  const counts = new Map<Outcome | 'failed', number>()
  const count = (outcome: Outcome | 'failed') => counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const places = new Map(content.posts.map(({ post, file }) => [post, file]))
  for (const entry of blog.entries) {
    if (entry.kind === 'failed') {
      count('failed')
      console.log(`  failed     ${entry.name}: ${entry.reason}`)
      continue
    }
    const file = places.get(entry) ?? ''
    const outcome = outcomes.get(file) ?? 'kept'
    count(outcome)
    const notes = entry.notes.map((note) => ` (${note})`).join('')
    console.log(`  ${outcome.padEnd(10)} ${file}  ${entry.title ?? ''}${notes}`)
  }
  console.log(`\n${[...counts].map(([outcome, number]) => `${number} ${outcome}`).join(', ')}.`)
  return (counts.get('failed') ?? 0) + (counts.get('kept') ?? 0)
}

function explain(blog: ImportedBlog, { outcomes, sampleMovedTo }: Written, out: string): void {
  const kept = [...outcomes].filter(([, outcome]) => outcome === 'kept').map(([file]) => file)
  if (kept.length > 0)
    console.log(
      `Kept as they were, since they are not the import's own or were changed since: ${kept.join(', ')}. --force overwrites them.`,
    )
  if (sampleMovedTo !== undefined)
    console.log(
      `The folder with the sample blog is now ${relative('.', sampleMovedTo)}: take out what is yours, and delete the rest when you like.`,
    )
  for (const note of blog.notes) console.log(note)
  if (outcomes.get('blog.json') === 'imported')
    console.log(
      `Look over ${relative('.', out)}/blog.json, and set "url" to the address that the blog will have.`,
    )
}

/** As the build has it: from the environment, or from `.env`. */
function contentFolder(): string {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env.LECTERN_CONTENT || 'src/content'
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error

process.exitCode = main(process.argv.slice(2))
