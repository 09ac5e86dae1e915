import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import type { Cache } from '../cache/cache.ts'
import { stampOf } from '../list-files.ts'

/** Images that were measured before. */
export type KeptSizes = Pick<Cache, 'find' | 'keep'>

/** In pixels, as the image is shown. */
export interface Size {
  width?: number
  height?: number
}

/** The sizes of images in the content folder. */
export class ImageSizes {
  readonly #folder: string
  readonly #kept: KeptSizes
  readonly #known = new Map<string, Size>()

  constructor(folder: string, kept: KeptSizes) {
    this.#folder = folder
    this.#kept = kept
  }

  /** Throws an Error, once, where the file is no image that can be measured. */
  of(file: string): Size {
    const known = this.#known.get(file)
    if (known !== undefined) return known
    this.#known.set(file, {})
    const path = join(this.#folder, file)
    const key = `size ${file} ${stampOf(path)}`
    // Kept here and nowhere else.
    const size = (this.#kept.find(key) as Size | undefined) ?? this.#kept.keep(key, measure(path))
    this.#known.set(file, size)
    return size
  }
}

function measure(path: string): Size {
  const { width, height, orientation = 1 } = imageSize(readFileSync(path))
  const size = { width: Math.round(width), height: Math.round(height) }
  // From 5 on, EXIF turns the picture by a quarter (https://exiftool.org/TagNames/EXIF.html).
  return orientation < 5 ? size : { width: size.height, height: size.width }
}
