import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Bodies, Post } from '../../src/core/post.ts'
import { Cache } from '../../src/publish/cache/cache.ts'
import {
  type Content,
  type LoadOptions,
  loadContent,
  renderAll,
} from '../../src/publish/content/load-content.ts'
import { ContentError, describeProblem } from '../../src/publish/content/problems.ts'

/** Texts or bytes by their paths below the content folder. */
export type Files = Record<string, string | Uint8Array>

/** A temporary folder with these files in it, gone when the test is over. */
export function makeFolder(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

export const now = new Date('2020-06-15T12:00:00Z')
const settings = { 'blog.json': '{ "title": "Notes" }' }

/** These files as a blog; `blog.json` may be left out. */
export const load = (files: Files, options: Partial<LoadOptions> = {}): Promise<Content> =>
  loadFolder(makeFolder({ ...settings, ...files }), options)

/** The content of a folder, with every text of it rendered. */
export async function loadFolder(
  folder: string,
  options: Partial<LoadOptions> = {},
): Promise<Content> {
  const content = await loadContent(folder, {
    now,
    unpublished: false,
    cache: new Cache(makeFolder({}), ''),
    ...options,
  })
  renderAll(content)
  return content
}

/** One post, loaded: its file's name tells whether it is Markdown or HTML. */
export async function loadPost(
  file: string,
  text: string,
  others: Files = {},
): Promise<Post & Bodies> {
  const { posts } = await load({ ...others, [file]: text })
  const post = posts.find((candidate) => candidate.file === file)
  if (post === undefined) throw new Error(`${file} was not published`)
  const { html, comments } = post.bodies()
  return Object.assign(post, { html: withoutParagraphIds(html), comments })
}

/** Every paragraph has an id, which `paragraphs.test.ts` is about and others are not. */
export const withoutParagraphIds = (html: string): string =>
  html.replace(/ id="p-[\w-]{6}(?:-\d+)?"/g, '')

export const htmlOfMarkdown = async (text: string): Promise<string> =>
  (await loadPost('posts/a.md', text)).html

export const htmlOfHtml = async (text: string): Promise<string> =>
  (await loadPost('posts/a.html', text)).html

/** What keeps these files from being published, as the owner reads it. */
export async function faultsOf(files: Files): Promise<string[]> {
  try {
    await load(files)
    return []
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return error.problems.map(describeProblem)
  }
}

export const warningsOf = async (files: Files): Promise<string[]> =>
  (await load(files)).warnings().map(describeProblem)

export const filesOf = (texts: readonly Post[]): string[] => texts.map(({ file }) => file)
