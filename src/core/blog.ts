import * as v from 'valibot'
import { aliasPath } from './addresses.ts'
import { windows } from './popular.ts'
import { type Network, networks } from './share.ts'

const httpAddress = v.pipe(
  v.string('an http(s) address'),
  v.regex(
    /^https?:\/\/[^\s/?#:@]+(:\d+)?(\/[^\s?#]*)?$/i,
    'an http(s) address without a space, a user’s name, "?" or "#"',
  ),
)
const positiveInteger = v.pipe(
  v.number('a whole number above 0'),
  v.integer('a whole number above 0'),
  v.minValue(1, 'a whole number above 0'),
)
const text = v.pipe(v.string('a text'), v.regex(/\S/, 'a text that is not empty'))

export const languageTag = v.pipe(
  v.string('a language tag such as "en"'),
  v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "en" or "pt-BR"'),
  v.check(isLanguage, 'a language tag such as "en" or "pt-BR"'),
)

// Its keys, which `Object.keys` gives as mere texts.
const networkNames = Object.keys(networks) as Network[]

/** A setting as editors explain it. */
const explained = <S extends v.GenericSchema>(setting: S, description: string) =>
  v.pipe(setting, v.description(description))

/** What the popular posts are called where nothing else is said. */
export const popularTitle = 'Popular posts from this blog'

const popularSettings = v.strictObject(
  {
    title: v.optional(explained(text, 'The heading of the list.'), popularTitle),
    count: v.optional(explained(positiveInteger, 'How many posts are listed at most.'), 10),
    window: v.optional(
      explained(
        v.picklist(windows, `one of ${windows.map((window) => `"${window}"`).join(', ')}`),
        'How far back views are counted.',
      ),
      'all',
    ),
    posts: v.optional(
      explained(
        v.array(v.string('a slug'), 'a list of slugs'),
        'Hand-picked: slugs, best first. Without them views, comments or dates decide.',
      ),
    ),
  },
  'an object with title, count, window or posts',
)

const navigationLink = v.strictObject(
  {
    title: text,
    url: v.pipe(
      v.string('an address'),
      v.regex(
        /^(https?:\/\/|mailto:|\/|#)/i,
        'an address that begins with http(s)://, mailto: or /',
      ),
    ),
    me: v.optional(
      explained(v.boolean('true or false'), 'true: the author’s own profile there (rel="me").'),
    ),
  },
  'an object with title, url and perhaps me',
)

const sharingNetwork = v.union(
  [
    v.picklist(networkNames),
    v.strictObject({
      title: text,
      url: v.pipe(v.string(), v.includes('{url}', 'an address with "{url}" in it')),
    }),
  ],
  `one of ${networkNames.join(', ')}, or {title, url} with "{url}", and perhaps "{title}", in the url`,
)

/**
 * The blog's settings as `blog.json` holds them. Each message completes "expected …".
 * `blog.schema.json`, for editors, is made from this.
 */
export const BlogSettings = v.strictObject(
  {
    $schema: v.optional(v.string('the address of a JSON Schema')),
    title: explained(text, "The blog's name."),
    description: v.optional(explained(text, 'One sentence, under the title and in previews.')),
    url: v.optional(
      explained(
        httpAddress,
        'The public address, with a sub-path where there is one: https://example.org/blog/',
      ),
    ),
    language: v.optional(
      explained(languageTag, 'What posts are written in: a tag such as "en" or "pt-BR".'),
      'en',
    ),
    author: v.optional(explained(text, 'Who writes, where a post names nobody else.')),
    postsPerPage: v.optional(explained(positiveInteger, 'Posts on a page of the list.'), 10),
    popular: v.optional(
      explained(popularSettings, 'The list of popular posts beside each post.'),
      {},
    ),
    links: v.optional(
      explained(
        v.array(navigationLink, 'a list of {title, url}'),
        'More links in the navigation, after the pages.',
      ),
      [],
    ),
    share: v.optional(
      explained(
        v.array(sharingNetwork, 'a list of networks'),
        'Networks in the menu of the Share button, as plain links.',
      ),
      [],
    ),
    image: v.optional(
      explained(text, 'The picture that previews of the first page show: "media/us.jpg".'),
    ),
    cards: v.optional(
      explained(
        v.union(
          [
            v.boolean(),
            v.strictObject({
              fonts: explained(
                v.array(text),
                'Font files of the content folder, for scripts that Literata lacks.',
              ),
            }),
          ],
          'true, false, or {fonts: [file, …]}',
        ),
        'Draws an image for previews of what has no picture; false draws none.',
      ),
      true,
    ),
    aliases: v.optional(
      explained(
        v.record(
          v.pipe(
            v.string('a path'),
            v.check(
              (written) => aliasPath(written) !== undefined,
              'old addresses that begin with "/", and the paths that they lead to',
            ),
          ),
          v.pipe(
            v.string('a path'),
            v.regex(
              /^\/(?![/\\])[^\s?#]*$/,
              'a path of this site that begins with one "/", without a space (%20), "?" or "#"',
            ),
          ),
          'old addresses and the paths that they lead to',
        ),
        'Old addresses that are no post’s: {"/search/label/tea": "/tags/tea/"}.',
      ),
      {},
    ),
    gone: v.optional(
      explained(
        v.array(
          v.pipe(v.string('a path'), v.regex(/^\//, 'a path that begins with "/"')),
          'a list of paths',
        ),
        'Addresses that were given up on purpose: no build asks for them again.',
      ),
      [],
    ),
    comments: v.optional(
      explained(v.boolean('true or false'), 'false shows no comments anywhere.'),
      true,
    ),
    sample: v.optional(
      explained(
        v.boolean('true or false'),
        'true, where "url" is the sample’s: an import may set this whole folder aside.',
      ),
      false,
    ),
  },
  'an object',
)

export type BlogSettings = v.InferOutput<typeof BlogSettings>

/** Whether it is the sample blog that Lectern ships with: one with an address of its own is its owner's. */
export const isSampleBlog = ({ sample, url }: { sample?: unknown; url?: unknown }): boolean =>
  sample === true && url === 'https://lectern.example/'

/** Well-formed by BCP 47: what Intl takes. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
