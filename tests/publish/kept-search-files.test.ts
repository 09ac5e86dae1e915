import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { TextStore } from '../../src/publish/cache/text-store.ts'
import { invert } from '../../src/publish/search/invert.ts'
import { keptSearchFiles } from '../../src/publish/search/kept-search-files.ts'
import { searchFiles } from '../../src/publish/search/search-files.ts'
import { makeFolder } from './content-folder.ts'

const posts = ['tea', 'rain', 'pot'].map((slug) => ({ slug, date: '2020-01-01' }))
const before = ['tea cup\t13', 'rain tea\t21', 'pot\t4']
const after = ['tea cup\t13', 'rain sun\t22', 'pot\t4']

/** An index that was published, and how to bring it up to date. */
function publishedIndex() {
  const site = makeFolder({})
  const { index, pieces } = searchFiles(posts, invert(before))
  for (const [file, text] of pieces) {
    mkdirSync(dirname(join(site, file)), { recursive: true })
    writeFileSync(join(site, file), text)
  }
  const texts = new TextStore(join(makeFolder({}), 'texts'), [])
  const kept = (line = '') => texts.placesOf([texts.keep(line)])
  const earlier = {
    site,
    pieces: index.terms.map(([, name]) => name),
    before: { posts: [1], kept: kept(before[1]) },
    after: { posts: [1], kept: kept(after[1]) },
  }
  const update = () => keptSearchFiles({ oldestFirst: posts, ...earlier })
  return {
    update,
    earlier,
    damage: (file: string) => writeFileSync(join(site, file), '[]'),
    pieces,
  }
}

test('an index that is updated where it was published is the one that would be made anew', () => {
  expect(publishedIndex().update()).toEqual(searchFiles(posts, invert(after)))
})

test('one of which a piece is damaged or gone is not updated', () => {
  const { update, damage, pieces } = publishedIndex()
  const [first = ''] = pieces.keys()
  damage(first)
  expect(update()).toBeUndefined()
})
