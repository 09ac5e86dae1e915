import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../../src/publish/content-folder.ts'
import { median } from './median.ts'
import { ownerEnvironment } from './owner-environment.ts'
import { postFile } from './synthetic-blog.ts'

export interface Build {
  seconds: number
  /** Peak memory in MiB. */
  memory: number
}

export interface Builds {
  cold: Build
  again: Build
  edited: Build
}

/** Removes what builds of this content kept for the next one. */
export const forgetEarlierBuilds = (content: string): void =>
  rmSync(cacheFolder(process.cwd(), content), { recursive: true, force: true })

/** Builds as an owner does: for the first time, and then, so many times, with nothing changed and with one post changed. */
export function measureBuilds(
  { content, size, out }: { content: string; size: number; out: string },
  rounds: number,
): Builds {
  rmSync(out, { recursive: true, force: true })
  forgetEarlierBuilds(content)
  const cold = build(content, out)
  const again: Build[] = []
  const edited: Build[] = []
  const post = join(content, postFile(Math.floor(size / 2)))
  const text = readFileSync(post, 'utf8')
  try {
    for (let round = 1; round <= rounds; round++) {
      again.push(build(content, out))
      appendFileSync(post, `\nAnd this was added on day ${round} after.\n`)
      edited.push(build(content, out))
    }
  } finally {
    writeFileSync(post, text)
  }
  return { cold, again: medianOf(again), edited: medianOf(edited) }
}

const medianOf = (builds: readonly Build[]): Build => ({
  seconds: median(builds.map(({ seconds }) => seconds)),
  memory: median(builds.map(({ memory }) => memory)),
})

export function build(content: string, out: string): Build {
  const start = performance.now()
  const { status, signal, output } = spawnSync(
    process.execPath,
    [
      '--import',
      './tests/bench/report-memory.js',
      'src/run.js',
      'src/publish/build.ts',
      '--outDir',
      out,
    ],
    {
      env: ownerEnvironment(content),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      maxBuffer: 2 ** 30,
    },
  )
  const seconds = (performance.now() - start) / 1000
  const [, stdout, stderr, memory] = output
  if (status !== 0)
    throw new Error(`The build of ${content} ended with ${status ?? signal}:\n${stdout}${stderr}`)
  return { seconds, memory: Number(memory) / 1024 }
}
