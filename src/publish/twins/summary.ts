import { postPath, publicAddress, underBase } from '../../core/addresses.ts'
import { type BlogSettings, popularTitle } from '../../core/blog.ts'
import { displayDate, toTimestamp } from '../../core/dates.ts'
import { isScheduled, type Post } from '../../core/post.ts'
import { tagKey } from '../../core/tags.ts'
import type { PostLink, PostSummary, Status } from '../../core/twins.ts'
import type { Content } from '../content/load-content.ts'
import { digestOf } from '../digest.ts'

/** A post as lists have it. */
export function summaryOf(content: Content, post: Post): PostSummary {
  const url = addressOf(content, postPath(post.slug))
  return {
    id: post.source ?? url,
    url,
    title: post.title,
    summary: post.excerpt,
    image: post.picture && withHost(content, post.picture.src),
    date_published: post.date && toTimestamp(post.date),
    tags: tagsOf(content, post),
    language: post.language,
    _lectern: {
      slug: post.slug,
      name: post.name,
      date: post.date && displayDate(post.date, content.settings.language),
      minutes: post.minutes,
      picture: post.picture,
      status: statusOf(content, post),
    },
  }
}

/** Of a text that only dev shows. */
export function statusOf(
  { now }: Content,
  text: { draft: boolean; date: string | undefined },
): Status | undefined {
  if (text.draft) return 'draft'
  return isScheduled(text, now) ? 'scheduled' : undefined
}

export const recentTitle = 'Recent posts'

/** Our own titles of lists are English. */
export const languageOfTitle = (title: string, { language }: BlogSettings): string | undefined =>
  [recentTitle, popularTitle].includes(title) && !/^en\b/i.test(language) ? 'en' : undefined

const names = new WeakMap<Post, string>()

/** Names what `summaryOf` gives of a post that stays as it is, as those of a build do: many lists ask for it. */
export function summaryName(content: Content, post: Post): string {
  let name = names.get(post)
  if (name === undefined) {
    name = digestOf(JSON.stringify(summaryOf(content, post)))
    names.set(post, name)
  }
  return name
}

/** As the tags' own pages call them: "Tea" is "tea", where that came first. */
const tagsOf = ({ tags }: Content, post: Post): string[] => [
  ...new Set(post.tags.map((written) => tags.get(tagKey(written))?.tag ?? written)),
]

export const linkTo = ({ slug, name, language }: Post): PostLink => ({ slug, name, language })

export const addressOf = ({ settings, base }: Content, path: string): string =>
  settings.url === undefined ? underBase(base, path) : publicAddress(settings.url, path)

/** Feed readers take an image's address as it is: it has to name the host. */
export const withHost = ({ settings }: Content, src: string): string =>
  settings.url === undefined ? src : new URL(src, settings.url).href
