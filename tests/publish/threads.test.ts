import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Threads } from '../../src/publish/threads/threads.ts'

let folder: string
let threads: Threads

/** What the threads do is to write the file that they are given, and to say which. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-threads-'))
  const file = join(folder, 'thread.mjs')
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs'
export const listFiles = (file) => {
  writeFileSync(file, '')
  return file
}`,
  )
  threads = new Threads(file)
})

afterEach(async () => {
  await threads.close()
  rmSync(folder, { recursive: true })
})

test('threads do what they are given', async () => {
  const file = join(folder, 'written')
  expect(await threads.run('listFiles', file)).toBe(file)
  expect(existsSync(file)).toBe(true)
})

test('threads that were ended do nothing more, and say so', async () => {
  const file = join(folder, 'written')
  const closed = threads.close()
  await expect(threads.run('listFiles', file)).rejects.toThrow('threads that were ended')
  await closed
  await expect(threads.run('listFiles', file)).rejects.toThrow('threads that were ended')
  expect(existsSync(file)).toBe(false)
})
