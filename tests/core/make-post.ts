import type { Post } from '../../src/core/post.ts'

/** A post that says nothing but its slug, and what a test is about. */
export const makePost = (slug: string, said: Partial<Post> = {}): Post => ({
  slug,
  file: `posts/${slug}.md`,
  title: undefined,
  name: slug,
  date: undefined,
  updated: undefined,
  tags: [],
  description: undefined,
  author: undefined,
  language: undefined,
  draft: false,
  weight: undefined,
  source: undefined,
  excerpt: '',
  minutes: 1,
  words: 1,
  picture: undefined,
  cover: undefined,
  commentCount: 0,
  ...said,
})

export const slugsOf = (posts: readonly Post[]): string[] => posts.map(({ slug }) => slug)
