import { type FSWatcher, readdirSync, statSync, type WatchListener, watch } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * Calls `changed` with the path, below `folder`, of each file that comes, goes or changes, and of
 * each folder that comes or goes, with "" where that is `folder` itself. Folders are watched, not
 * files: a blog may have more posts than a system hands out watches. Returns what ends it.
 */
export function watchFolder(folder: string, changed: (path: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>()

  function listen(below: string, heard: WatchListener<string>): void {
    const watcher = watch(join(folder, below), heard)
    // It went away, which the watcher of the folder above tells.
    watcher.on('error', () => watcher.close())
    watchers.set(below, watcher)
  }
  function add(below: string): void {
    const place = join(folder, below)
    if (!isFolder(place)) return
    watchers.get(below)?.close()
    try {
      listen(below, (_event, name) => {
        const path = join(below, name ?? '')
        add(path)
        changed(path.replaceAll('\\', '/'))
      })
      for (const entry of readdirSync(place, { withFileTypes: true }))
        if (entry.isDirectory()) add(join(below, entry.name))
    } catch (error) {
      // It went away in the meantime.
      if (isFolder(place)) throw error
    }
  }

  add('')
  // An import moves another folder in, of which the watch of the one that was there says nothing.
  try {
    listen('..', (event, name) => {
      if (event !== 'rename' || name !== basename(folder)) return
      add('')
      changed('')
    })
  } catch {
    // It may be one that this user can't read: then nothing tells, until dev is started again.
  }
  return () => {
    for (const watcher of watchers.values()) watcher.close()
  }
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
