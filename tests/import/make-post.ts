import type { ImportedPost } from '../../src/import/imported-blog.ts'

export const makePost = (): ImportedPost => ({
  kind: 'post',
  id: '1',
  title: undefined,
  html: '',
  date: undefined,
  updated: undefined,
  tags: [],
  description: undefined,
  image: undefined,
  author: undefined,
  language: undefined,
  url: undefined,
  notes: [],
})
