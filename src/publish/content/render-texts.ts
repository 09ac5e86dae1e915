import { deserialize, serialize } from 'node:v8'
import type { KeptSizes } from './image-sizes.ts'
import {
  type BlogOfTexts,
  prepareRendering,
  type RenderedText,
  type Rendering,
  renderText,
  type Text,
} from './render-text.ts'

/** A blog as all threads see it: one that is large would take long to copy with every batch of texts. */
export type SharedBlog = SharedArrayBuffer

export function shareBlog(blog: BlogOfTexts): SharedBlog {
  const bytes = serialize(blog)
  const shared = new SharedArrayBuffer(bytes.length)
  new Uint8Array(shared).set(bytes)
  return shared
}

export interface RenderedTexts {
  /** In the order of the texts; none for one that can't be shown. */
  rendered: (RenderedText | undefined)[]
  /** Of the images in them, for whoever keeps them. */
  sizes: [key: string, size: unknown][]
}

const measured = new Map<string, unknown>()
const sizes: KeptSizes = {
  find: (key) => measured.get(key),
  keep: (key, size) => {
    measured.set(key, size)
    return size
  },
}
let rendering: Promise<Rendering> | undefined

/** Renders texts of one blog in a thread. What is wrong with a text is told by whoever renders it again. */
export async function renderTexts({
  blog,
  texts,
}: {
  blog: SharedBlog
  texts: readonly Text[]
}): Promise<RenderedTexts> {
  // Shared by `shareBlog`.
  rendering ??= prepareRendering(deserialize(Buffer.from(blog)) as BlogOfTexts, sizes)
  const prepared = await rendering
  measured.clear()
  return { rendered: texts.map((text) => renderedOrNone(text, prepared)), sizes: [...measured] }
}

function renderedOrNone(text: Text, rendering: Rendering): RenderedText | undefined {
  try {
    return renderText(text, rendering)
  } catch {
    return undefined
  }
}
