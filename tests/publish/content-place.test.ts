import { expect, test, vi } from 'vitest'
import { contentFolder } from '../../src/publish/content-folder.ts'
import { makeFolder } from './content-folder.ts'

test('the content is in the folder that the environment names, or else .env, or else where the sample is', () => {
  vi.stubEnv('LECTERN_CONTENT', '')
  const root = makeFolder({ '.env': 'LECTERN_CONTENT="../my blog"\n' })
  expect(contentFolder(root)).toBe('../my blog')
  expect(contentFolder(makeFolder({}))).toBe('src/content')
  vi.stubEnv('LECTERN_CONTENT', '/elsewhere')
  expect(contentFolder(root)).toBe('/elsewhere')
  vi.unstubAllEnvs()
})
