import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isFindingPath, twinPath } from '../../core/addresses.ts'
import type { PageState, Prerender } from '../../core/prerender.ts'
import { fillTemplate } from '../html-page.ts'

/** How pages look: what makes a page's HTML of its twins. */
export interface Look {
  /** The built `index.html`. */
  template: string
  /** The same with the styles of the pages by which posts are found. */
  findingTemplate: string
  /** The file URL of the built prerender entry. */
  prerender: string
  base: string
  /** The blog's. */
  language: string
  /** The twins that every page shows, by their paths. */
  shared: PageState['twins']
}

/** A page to write: `html` and `json` are the files for it and for its twin, where they are needed. */
export interface PageToWrite {
  path: string
  /** Undefined for the pages that say what went wrong. */
  twin: unknown
  html: string | undefined
  json: string | undefined
}

let prerender: Prerender | undefined

/** Writes pages and their twins below `folder`. It runs in a thread of its own, in its built form. */
export async function writePages({
  look,
  folder,
  pages,
}: {
  look: Look
  folder: string
  pages: PageToWrite[]
}): Promise<void> {
  prerender ??= await loadPrerender(look)
  for (const { path, twin, html, json } of pages) {
    if (json !== undefined) write(join(folder, json), JSON.stringify(twin))
    if (html === undefined) continue
    const twins = twin === undefined ? look.shared : { ...look.shared, [twinPath(path)]: twin }
    const parts = prerender({ path, twins })
    const template = isFindingPath(path) ? look.findingTemplate : look.template
    write(join(folder, html), fillTemplate(template, look.language, parts))
  }
}

async function loadPrerender({ prerender, base }: Look): Promise<Prerender> {
  // The entry's exports, as `src/reader/prerender.tsx` declares them.
  const { createPrerender } = (await import(prerender)) as {
    createPrerender: (base: string) => Prerender
  }
  return createPrerender(base)
}

/** A good part of a page's time would go into asking for folders that are there. */
const made = new Set<string>()

function write(path: string, text: string): void {
  const folder = dirname(path)
  if (!made.has(folder)) mkdirSync(folder, { recursive: true })
  made.add(folder)
  writeFileSync(path, text)
}
