import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { postPath } from '../../src/core/addresses.ts'
import { SyntheticText } from './synthetic-text.ts'

/** With fewer there is no post whose neighbours, links and popular posts are the same at every size. */
export const smallestBlog = 11

/** Writes a content folder with that many posts. What is in a post depends on its index alone. */
export function writeSyntheticBlog(folder: string, size: number): void {
  rmSync(folder, { recursive: true, force: true })
  for (const place of ['posts', 'comments']) mkdirSync(join(folder, place), { recursive: true })
  const settings = {
    title: 'Invented Notes',
    description: 'Posts that nobody wrote.',
    url: 'https://notes.example/',
    // Drawn once for each title, whatever happens to the posts: not part of what a build costs.
    cards: false,
  }
  writeFileSync(join(folder, 'blog.json'), JSON.stringify(settings))
  writeFileSync(join(folder, 'views.csv'), views())
  for (let index = 0; index < size; index++) {
    writeFileSync(join(folder, postFile(index)), postSource(index))
    if (index % 10 === 0)
      writeFileSync(join(folder, 'comments', `${slugOf(index)}.json`), comments(index))
  }
}

export const slugOf = (index: number): string => `post-${index}`
export const postFile = (index: number): string => join('posts', `${slugOf(index)}.md`)

/** Each post links to one that, in a large blog, is neither beside it nor among the popular ones. */
export const linkedFrom = (index: number): number => Math.floor(index / 3)

export function postSource(index: number): string {
  const text = new SyntheticText(index)
  const [title, tags] = [text.title(), text.tags()]
  const paragraphs = Array.from({ length: 8 }, () => text.paragraph(80))
  paragraphs.splice(6, 0, `## ${text.title()}`)
  paragraphs.splice(3, 0, `## ${text.title()}`)
  const link = `${text.sentence()} [What came of it](${slugOf(linkedFrom(index))}.md) is told elsewhere.`
  if (index > 0) paragraphs.splice(6, 0, link)
  return `---
title: ${title}
date: ${dateOf(index)}
tags: [${tags.join(', ')}]
---

${paragraphs.join('\n\n')}
`
}

/** One every 21 hours, ending with the year 2025: 10,000 posts reach back to 2002. */
const dateOf = (index: number): string =>
  new Date(Date.UTC(2025, 11, 31) - index * 21 * 3_600_000).toISOString().slice(0, 16).concat('Z')

function comments(index: number): string {
  const text = new SyntheticText(-index - 1)
  return JSON.stringify(
    Array.from({ length: 2 + (index % 3) }, (_, id) => ({
      id: String(id),
      author: text.name(),
      date: dateOf(index),
      content_html: `<p>${text.paragraph(25)}</p>`,
      ...(id === 1 && { in_reply_to: '0' }),
    })),
  )
}

/** The same popular posts at every size, so that a page has the same list beside it. */
const views = (): string =>
  `path,views\n${Array.from({ length: smallestBlog }, (_, index) => `${postPath(slugOf(index))},${1000 - index}\n`).join('')}`
