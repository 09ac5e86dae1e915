import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import type { Size } from '../../core/post.ts'
import type { Cache } from '../cache/cache.ts'
import { stampOf } from '../list-files.ts'

/** Images that were measured before. */
export type KeptSizes = Pick<Cache, 'find' | 'keep'>

/**
 * Tells the sizes of images in the content folder. Throws an Error, once, where a file is no image that
 * can be measured.
 */
export function imageSizesIn(folder: string, kept: KeptSizes): (file: string) => Size {
  const all = new Map<string, Size>()
  return (file) => {
    const known = all.get(file)
    if (known !== undefined) return known
    all.set(file, {})
    const path = join(folder, file)
    const key = `size ${file} ${stampOf(path)}`
    // Kept here and nowhere else.
    const size = (kept.find(key) as Size | undefined) ?? kept.keep(key, measure(path))
    all.set(file, size)
    return size
  }
}

/** As it is shown. */
function measure(path: string): Size {
  const { width, height, orientation = 1 } = imageSize(readFileSync(path))
  const size = { width: Math.round(width), height: Math.round(height) }
  // From 5 on, EXIF turns the picture by a quarter (https://exiftool.org/TagNames/EXIF.html).
  return orientation < 5 ? size : { width: size.height, height: size.width }
}
