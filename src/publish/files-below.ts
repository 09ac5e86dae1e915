import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The files in a folder and in its folders, by their paths below it. */
export function filesBelow(place: string, below = ''): string[] {
  return readdirSync(join(place, below), { withFileTypes: true }).flatMap((entry) => {
    const file = below === '' ? entry.name : `${below}/${entry.name}`
    return entry.isDirectory() ? filesBelow(place, file) : file
  })
}
