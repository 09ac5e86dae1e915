import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { decodePath, notFoundPath, publicAddress, twinPath, underBase } from '../core/addresses.ts'
import type { Prerender } from '../core/prerender.ts'
import type { Content } from './content/load-content.ts'
import { aliasPage, fillTemplate } from './html-page.ts'
import { sharedTwins, sitePages, twinFile } from './make-twins.ts'

interface Site {
  content: Content
  /** The content folder. */
  folder: string
  /** The built `index.html`. */
  template: string
  prerender: Prerender
  /** The folder to write to. */
  out: string
}

/** Writes every page with its JSON twin, and everything else that the content makes of itself. */
export async function writeSite({
  content,
  folder,
  template,
  prerender,
  out,
}: Site): Promise<void> {
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(out, file)), { recursive: true })
    writeFileSync(join(out, file), text)
  }
  const { language } = content.settings
  const shared = sharedTwins(content)

  for (const [path, twin] of Object.entries(shared)) write(path.slice(1), JSON.stringify(twin))
  for (const { path, twin: makeTwin } of sitePages(content)) {
    const twin = makeTwin()
    const page = await prerender({
      path,
      missing: false,
      twins: { ...shared, [twinPath(path)]: twin },
    })
    write(fileAt(path), fillTemplate(template, language, page))
    write(twinFile(path), JSON.stringify(twin))
  }
  const missing = await prerender({ path: notFoundPath, missing: true, twins: shared })
  write(fileAt(notFoundPath), fillTemplate(template, language, missing))

  writeAliases(content, write)
  copyFiles(content, folder, out)
}

function writeAliases(
  { aliases, base, settings }: Content,
  write: (file: string, text: string) => void,
): void {
  if (aliases.size === 0) return
  for (const [old, path] of aliases) {
    const href = underBase(base, path)
    const canonical = settings.url === undefined ? href : publicAddress(settings.url, path)
    write(fileAt(old), aliasPage(settings.language, { href, canonical }))
  }
  const lines = [...aliases].map(
    ([old, path]) => `${underBase(base, redirectSource(old))} ${underBase(base, path)} 301\n`,
  )
  write('_redirects', lines.join(''))
}

function copyFiles({ publishedFiles }: Content, folder: string, out: string): void {
  if (existsSync(join(folder, 'media')))
    cpSync(join(folder, 'media'), join(out, 'media'), { recursive: true })
  for (const [path, file] of publishedFiles)
    cpSync(join(folder, file), join(out, decodeURIComponent(path)))
}

/** The file that a static host answers a path with. */
function fileAt(path: string): string {
  const file = decodePath(path).slice(1)
  return /\.html?$/i.test(file) ? file : join(file, 'index.html')
}

/** In `_redirects`, "*" and ":" would stand for parts of other addresses. */
const redirectSource = (path: string): string =>
  encodeURI(path).replaceAll('*', '%2A').replaceAll(':', '%3A')
