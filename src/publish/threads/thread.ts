/** What threads do of a build. It is built with the reader, by which they prerender pages. */
export { listFiles } from '../list-files.ts'

/** Loaded when it is first asked for: no thread waits for what it doesn't do. */
const later =
  <Given, Done>(load: () => Promise<(given: Given) => Done>) =>
  async (given: Given): Promise<Awaited<Done>> =>
    await (await load())(given)

export const renderTexts = later(
  async () => (await import('../content/render-texts.ts')).renderTexts,
)
export const findRelated = later(
  async () => (await import('../content/find-related.ts')).findKeptRelated,
)
export const searchFiles = later(
  async () => (await import('../search/kept-search-files.ts')).keptSearchFiles,
)
export const writePages = later(async () => (await import('./write-pages.ts')).writePages)
