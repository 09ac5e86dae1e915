/** What every source is read into: a blog as its source tells of it. */
export interface ImportedBlog {
  title?: string | undefined
  description?: string | undefined
  language?: string | undefined
  author?: string | undefined
  /** Where it stood: "https://example.org/". */
  home?: string | undefined
  /** The source's ids of its popular posts, best first. */
  popular: string[]
  /** Where lists of a tag's posts stood, and the tag: whole addresses, or paths of its site. */
  tagAddresses: [address: string, tag: string][]
  /** Whether it listed the posts of a month, and of a year, at the addresses above theirs: "/2016/05/". */
  hasDateLists: boolean
  /** Addresses where the source goes on, as feeds do. */
  more: More[]
  /** It ends before its end. */
  isCut: boolean
  /** What the owner should know of the source as a whole. */
  notes: string[]
}

export const makeBlog = (said: Partial<ImportedBlog>): ImportedBlog => ({
  popular: [],
  tagAddresses: [],
  hasDateLists: false,
  more: [],
  isCut: false,
  notes: [],
  ...said,
})

export interface More {
  address: string
  /** It may not be there: nothing is wrong then. */
  isGuess: boolean
}

/** What the source holds, in its order: every entry of it, whatever becomes of it. */
export type Entry = ImportedPost | ImportedComment | LeftOut

export interface ImportedPost {
  kind: 'post' | 'page'
  /** The source's own id. */
  id: string
  title?: string | undefined
  text: string
  markup: 'html' | 'markdown'
  /** ISO 8601. */
  date?: string | undefined
  updated?: string | undefined
  tags: string[]
  description?: string | undefined
  image?: string | undefined
  imageAlt?: string | undefined
  author?: string | undefined
  language?: string | undefined
  draft: boolean
  /** Whether a page is kept out of the links at the head of the blog. */
  unlisted: boolean
  /** The part of the new address that it wants; undefined leaves it to the old one, or the title. */
  slug?: string | undefined
  /** Where it stood, its permalink first: whole addresses, or paths of its site. */
  addresses: string[]
  /** The file of the source that it is, where that has many: what its text refers to stands beside it. */
  file?: string | undefined
  /** What could not be taken over as it was. */
  notes: string[]
}

export const makePost = (said: Partial<ImportedPost> & { id: string }): ImportedPost => ({
  kind: 'post',
  text: '',
  markup: 'html',
  draft: false,
  unlisted: false,
  notes: [],
  ...said,
  tags: (said.tags ?? []).map((tag) => tag.toWellFormed()),
  addresses: (said.addresses ?? []).map(withoutTracking),
})

/** A picture that an export keeps beside its posts. */
export interface Attachment {
  id: string
  url: string
  alt: string
  caption: string
}

export interface ImportedComment {
  kind: 'comment'
  id: string
  /** The id of its post, or an address that it stood at. */
  post: string
  author: string
  url?: string | undefined
  date?: string | undefined
  html: string
  inReplyTo?: string | undefined
  /** Whether the source counts it as an entry of its own, not as a part of its post. */
  isEntry: boolean
}

/** An entry that is no post of the blog's (skipped), or one that could not be read (failed). */
export interface LeftOut {
  kind: 'skipped' | 'failed'
  /** Its title, id or place in the source. */
  name: string
  reason: string
  /** Whether it is a comment inside another entry. */
  isComment?: boolean
}

/** The source is of no known format, or broken as a whole. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
}

/** What feeds and newsletters add to addresses, and a server doesn't look at. */
export const isTracking = (name: string): boolean =>
  /^(utm_\w+|fbclid|gclid|mc_[ce]id)$/i.test(name)

function withoutTracking(address: string): string {
  const [, place = '', query = '', fragment = ''] =
    /^([^?#]*)(?:\?([^#]*))?(.*)$/s.exec(address) ?? []
  const kept = query.split('&').filter((said) => !isTracking(said.split('=')[0] ?? ''))
  return place + (kept.join('') === '' ? '' : `?${kept.join('&')}`) + fragment
}
