import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from '@playwright/test'
import { postPath } from '../../src/core/addresses.ts'
import { build, forgetEarlierBuilds } from './builds.ts'
import { median } from './median.ts'
import { ownerEnvironment } from './owner-environment.ts'
import { postFile, postSource, slugOf } from './synthetic-blog.ts'

/** In seconds. */
export interface Start {
  /** Until the address was told. */
  ready: number
  /** Until a post was answered that was asked for at once. */
  page: number
}

export interface Dev {
  /** The very first one. */
  cold: Start
  /** One after a build. */
  built: Start
  /** Milliseconds from writing a file until the browser had painted what it says. */
  edit: number
}

interface DevServer {
  address: string
  start: Start
  stop: () => Promise<void>
}

/** `npm run dev`: how soon it answers, and how soon an edit is on the screen. */
export async function measureDev(
  browser: Browser,
  { content, size, out }: { content: string; size: number; out: string },
  edits: number,
): Promise<Dev> {
  const index = Math.floor(size / 2)
  forgetEarlierBuilds(content)
  const first = await startDev(content, index)
  await first.stop()
  build(content, out)
  const second = await startDev(content, index)
  try {
    const edit = await measureEdits(browser, second.address, { content, index, edits })
    return { cold: first.start, built: second.start, edit }
  } finally {
    await second.stop()
    writeFileSync(join(content, postFile(index)), postSource(index))
  }
}

async function startDev(content: string, index: number): Promise<DevServer> {
  const started = performance.now()
  const secondsNow = () => (performance.now() - started) / 1000
  const server = spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', '--port', '0', '--host', '127.0.0.1'],
    { env: ownerEnvironment(content), stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const closed = once(server, 'close')
  const stop = async () => {
    server.kill()
    await closed
  }
  try {
    const address = (await listening(server)) + postPath(slugOf(index)).slice(1)
    const ready = secondsNow()
    const response = await fetch(address)
    const html = await response.text()
    if (!response.ok || !html.includes(sentenceOf(index)))
      throw new Error(`The dev server answered ${address} with ${response.status}:\n${html}`)
    return { address, start: { ready, page: secondsNow() }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function listening(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (text: Buffer) => {
      said += text
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? []
      if (address !== undefined) resolve(address)
    }
    server.stdout?.on('data', listen)
    server.stderr?.on('data', listen)
    server.once('error', reject)
    server.once('close', () => reject(new Error(`The dev server ended:\n${said}`)))
  })
}

/** The first sentence of the post's text, without its full stop. */
const sentenceOf = (index: number): string => /\n\n([^#][^.;]*)/.exec(postSource(index))?.[1] ?? ''

async function measureEdits(
  browser: Browser,
  address: string,
  { content, index, edits }: { content: string; index: number; edits: number },
): Promise<number> {
  const page = await browser.newPage()
  try {
    const connected = page.waitForEvent('console', (message) =>
      message.text().includes('[vite] connected'),
    )
    await page.goto(address)
    await connected
    await page.waitForLoadState('networkidle')
    const times: number[] = []
    for (let edit = 0; edit < edits; edit++) {
      const words = `This is edit number ${edit}, of ${Date.now()}.`
      const shown = page.evaluate(paintedAt, words)
      // Else the page may not be watching yet when the file is written.
      await wait(1000)
      const start = Date.now()
      writeFileSync(join(content, postFile(index)), `${postSource(index)}\n${words}\n`)
      times.push((await shown) - start)
    }
    return median(times)
  } finally {
    await page.close()
  }
}

/** In the page: when these words had been painted. */
function paintedAt(words: string): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('An edit was not shown within a minute')), 60_000)
    const look = () => {
      if (!document.querySelector('main')?.textContent.includes(words)) requestAnimationFrame(look)
      else setTimeout(() => resolve(Date.now()))
    }
    requestAnimationFrame(look)
  })
}
