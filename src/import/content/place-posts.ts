import {
  addressKey,
  aliasPath,
  decodePath,
  hasQuery,
  isOwnAddress,
  isReservedPageName,
  placeKey,
  tagPath,
  writtenAlias,
} from '../../core/addresses.ts'
import { fileAbove } from '../../core/file-above.ts'
import { isFolderNote, isSlug, slugify } from '../../core/slugs.ts'
import { placeOf, type TextPlace } from '../../core/text-place.ts'
import type { CollectedPost } from '../collection.ts'
import type { Present } from './content-folder.ts'

/** A post or page, and where it goes. */
export interface Placed {
  post: CollectedPost
  /** Its id in the source, told apart where a source uses one twice. */
  key: string
  /** Below the content folder. */
  file: string
  place: TextPlace
  /** The paths that it stood at. */
  aliases: string[]
  /** Those of them that can't lead there, since this blog has something else there. */
  lost: string[]
}

/**
 * Gives posts their files. One that was imported before keeps its file, whatever has become of its
 * title; a new one never takes a file, or an address, that is another's.
 */
export function placePosts(posts: readonly CollectedPost[], present: Present): Placed[] {
  const keys = giveKeys(posts)
  const taken = takenIn(present, posts)
  const owners = ownersOf(posts)
  const placed = posts.map((post, index): Placed => {
    const key = keys[index] ?? post.id
    const isFree = (place: string) => !taken.has(place) && (owners.get(place) ?? post) === post
    const file = present.imported.get(key) ?? freeFile(post, index, isFree)
    const place = present.texts.get(file)?.place ?? placeOf(file)
    taken.add(keyOf(place))
    return { post, key, file, place, aliases: [], lost: [] }
  })
  giveAliases(placed, present, owners)
  return placed
}

/** Which post readers found at an old address, by its key: links to it are to lead to no other. */
function ownersOf(posts: readonly CollectedPost[]): Map<string, CollectedPost> {
  const owners = new Map<string, CollectedPost>()
  const published = posts.flatMap((post) => (post.draft ? [] : { post }))
  for (const [address, { post }] of permalinksFirst(published)) {
    const key = addressKey(aliasAt(address) ?? '/')
    if (key !== home && !owners.has(key)) owners.set(key, post)
  }
  return owners
}

/** What stood at "/" was the first page of its blog, as it is here. */
const home = addressKey('/')

/** The keys of what has an address; old ones that the source tells are given anew. */
function takenIn({ texts, imported }: Present, posts: readonly CollectedPost[]): Set<string> {
  const places = [...texts.keys(), ...imported.values()].map((file) => placeOf(file))
  const present = [...texts.values()]
  const told = new Set(
    posts.flatMap(({ addresses }) =>
      addresses.map((address) => addressKey(aliasAt(address) ?? '')),
    ),
  )
  const aliases = present.flatMap((text) => text.aliases.map(addressKey))
  return new Set([
    ...[...places, ...present.map(({ place }) => place)].map(keyOf),
    ...aliases.filter((alias) => !told.has(alias)),
  ])
}

/** The source's ids; of two posts with one, against the rules, the second is known by its address. */
function giveKeys(posts: readonly CollectedPost[]): string[] {
  const seen = new Set<string>()
  return posts.map(({ id, addresses: [address] }) => {
    const free = [id, address].find((key) => key !== undefined && !seen.has(key))
    let key = free ?? id
    for (let copy = 2; seen.has(key); copy++) key = `${id} (${copy})`
    seen.add(key)
    return key
  })
}

/** Texts of one key would have one address, on some host at least. */
const keyOf = ({ path }: TextPlace): string => placeKey(path)

/** Numbered, where the name that the post wants is taken. */
function freeFile(post: CollectedPost, index: number, isFree: (key: string) => boolean): string {
  const extension = post.markup === 'markdown' ? 'md' : 'html'
  const wanted = nameFor(post, index)
  const isReserved = isFolderNote(wanted) || (post.kind === 'page' && isReservedPageName(wanted))
  const name = `${post.kind}s/${wanted}${isReserved ? `-${post.kind}` : ''}`
  const key = keyOf(placeOf(`${name}.${extension}`))
  let number = ''
  for (let copy = 2; !isFree(key + number); copy++) number = `-${copy}`
  return `${name}${number}.${extension}`
}

/** The slug that it asks for, else the last part of its old address, its title, or its id. */
const nameFor = (post: CollectedPost, index: number): string =>
  usable(post.slug ?? '') ||
  usable(lastPart(post.addresses[0])) ||
  usable(nameOfFile(post.file ?? '')) ||
  slugify(post.title ?? '') ||
  (isSlug(post.slug ?? '') ? `post-${post.slug}` : '') ||
  slugify(post.id) ||
  `post-${index + 1}`

/** A bundle's file is named by its folder. */
const nameOfFile = (file: string): string =>
  file
    .replace(/\.\w+$/, '')
    .replace(/\/index$/, '')
    .replace(/^.*\//, '')
    .replace(/^\d{4}-\d{2}-\d{2}-/, '')

/** A number says nothing of a post, and a very long name is no file's. */
function usable(name: string): string {
  if (/^\d*$/.test(name)) return ''
  return /\p{L}/u.test(name) && isSlug(name) && Buffer.byteLength(name) <= 120
    ? name
    : slugify(name)
}

function lastPart(address: string | undefined): string {
  const [, path = ''] = /^(?:https?:\/\/[^/?#]+)?(\/[^?#]*)?(?:#.*)?$/i.exec(address ?? '') ?? []
  const whole = decodePath(path).replace(/\/index\.(html?|php|aspx?)$/i, '')
  const last = whole.split('/').filter(Boolean).at(-1) ?? ''
  return last.replace(/\.(html?|php|aspx?)$/i, '')
}

/** The paths that each stood at, so that links to it keep working; the first of two keeps one. */
function giveAliases(
  placed: readonly Placed[],
  present: Present,
  owners: ReadonlyMap<string, CollectedPost>,
): void {
  const files = new Set(placed.map(({ file }) => file))
  const others = [...present.texts].flatMap(([file, text]) => (files.has(file) ? [] : text))
  const taken = new Map<string, Placed | undefined>([
    [home, undefined],
    ...[
      ...others.flatMap(({ aliases, place }) => [...aliases.map(addressKey), keyOf(place)]),
      ...placed.flatMap(({ post }) => post.tags.map((tag) => placeKey(tagPath(tag)))),
    ].map((key) => [key, undefined] as const),
    ...placed.map((one) => [keyOf(one.place), one] as const),
  ])
  for (const [address, one] of permalinksFirst(placed)) {
    const alias = aliasAt(address)
    if (alias === undefined) continue
    const key = addressKey(alias)
    if (taken.get(key) === one) continue
    if (!taken.has(key) && !isOwnAddress(alias)) one.aliases.push(writtenAlias(alias))
    else if (owners.get(key) === one.post) one.lost.push(alias)
    else continue
    taken.set(key, one)
  }
  for (const one of placed) {
    const isBelowFile = (written: string) => {
      const alias = aliasPath(written) ?? written
      const isTaken = (path: string) =>
        addressKey(path) !== addressKey(alias) && taken.has(addressKey(path))
      return !hasQuery(alias) && fileAbove(alias, isTaken) !== undefined
    }
    one.lost.push(...one.aliases.filter(isBelowFile))
    one.aliases = one.aliases.filter((alias) => !isBelowFile(alias))
  }
}

/** The old address that a whole one, or a path, is on any host. */
const aliasAt = (address: string): string | undefined =>
  aliasPath(address.replace(/^https?:\/\/[^/?#]+\/?/i, '/').replace(/#.*$/, ''))

/**
 * The addresses of all posts, in the order in which they count: what one was called once may be what another
 * is called now, whose it is then, unless nobody is to see that one.
 */
export function permalinksFirst<P extends Pick<Placed, 'post'>>(
  placed: readonly P[],
): [address: string, placed: P][] {
  const from = (some: readonly P[], start: number, end?: number) =>
    some.flatMap((one) =>
      one.post.addresses
        .slice(start, end)
        .map((address): [address: string, placed: P] => [address, one]),
    )
  const published = placed.filter(({ post }) => !post.draft)
  const drafts = placed.filter(({ post }) => post.draft)
  return [...from(published, 0, 1), ...from(published, 1), ...from(drafts, 0)]
}
