import type { Build, Builds } from './builds.ts'
import type { Dev } from './dev.ts'
import { table } from './table.ts'

export interface BuildsOfSize {
  size: number
  builds: Builds
  dev: Dev
}

/** The figures of builds and of `npm run dev`, as Markdown. */
export const reportBuilds = (all: readonly BuildsOfSize[], rounds: number): string => `## Builds

Seconds of \`npm run build\`, and its peak memory in MiB; medians of ${rounds} but for the first build.

${table(
  ['posts', 'first build', 'nothing changed', 'one post changed'],
  all.map(({ size, builds: { cold, again, edited } }) => [
    size.toLocaleString('en'),
    ...[cold, again, edited].map(asText),
  ]),
)}

\`npm run dev\`: seconds until it is ready, which is when it tells the address, and until a post is there that
is asked for at once; and milliseconds from writing a post's file until the edit is on the screen.

${table(
  ['posts', 'first start', 'its page', 'after a build', 'its page', 'edit'],
  all.map(({ size, dev: { cold, built, edit } }) => [
    size.toLocaleString('en'),
    ...[cold, built]
      .flatMap(({ ready, page }) => [ready, page])
      .map((time) => `${time.toFixed(1)} s`),
    `${edit.toFixed(0)} ms`,
  ]),
)}`

const asText = ({ seconds, memory }: Build): string =>
  `${seconds.toFixed(1)} s, ${memory.toFixed(0)} MiB`
