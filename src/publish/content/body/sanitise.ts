import type { Root } from 'hast'
import { type Schema, sanitize } from 'hast-util-sanitize'
import { elementsOf } from '../../../core/html/elements.ts'

/**
 * What may stand in a post: text and its structure, pictures and links. Anything else goes, and
 * with the elements in `strip` goes what is inside them. No `name` and no `style` (either could
 * reach outside the text); an `id` is checked against the site's own in `ids.ts`.
 */
const tagNames =
  'a abbr address b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em ' +
  'figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small ' +
  'span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'

const classes =
  'align-left align-center align-right embed task footnote-ref footnotes footnotes-sep footnotes-list ' +
  'footnote-item footnote-backref'

const inPosts: Schema = {
  tagNames: tagNames.split(' '),
  attributes: {
    '*': ['dir', 'id', 'lang', 'title', ['className', ...classes.split(' ')]],
    a: ['href', 'hrefLang'],
    blockquote: ['cite'],
    code: [['className', /^language-[\w+#-]+$/]],
    col: ['span'],
    colgroup: ['span'],
    del: ['cite', 'dateTime'],
    details: ['open'],
    img: ['src', 'alt', 'width', 'height'],
    ins: ['cite', 'dateTime'],
    li: ['value'],
    ol: ['start', 'reversed', 'type'],
    q: ['cite'],
    td: ['colSpan', 'rowSpan', 'headers'],
    th: ['colSpan', 'rowSpan', 'headers', 'scope', 'abbr'],
    time: ['dateTime'],
  },
  protocols: {
    cite: ['http', 'https'],
    href: ['http', 'https', 'mailto', 'tel', 'sms', 'geo', 'xmpp', 'irc', 'ircs', 'ftp', 'magnet'],
    // A picture given as data can show, but not run anything.
    src: ['http', 'https', 'data'],
  },
  required: {},
  ancestors: {
    caption: ['table'],
    col: ['table'],
    colgroup: ['table'],
    dd: ['dl'],
    dt: ['dl'],
    figcaption: ['figure'],
    li: ['ol', 'ul'],
    rp: ['ruby'],
    rt: ['ruby'],
    summary: ['details'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  clobber: [],
  strip: 'script style template title svg math textarea select button iframe object'.split(' '),
  allowComments: false,
  allowDoctypes: false,
}

/** Strangers write comments: they get no ids, no classes and no headings. */
const inComments: Schema = {
  ...inPosts,
  tagNames: inPosts.tagNames?.filter((name) => !/^(h[1-6]|details|summary)$/.test(name)) ?? [],
  attributes: { ...inPosts.attributes, '*': ['dir', 'lang', 'title'] },
}

export const sanitisePost = (tree: Root): Root => clean(tree, inPosts)
export const sanitiseComment = (tree: Root): Root => clean(tree, inComments)

function clean(tree: Root, schema: Schema): Root {
  // `sanitize` gives back the kind of node that it was given.
  const safe = sanitize(tree, schema) as Root
  for (const { properties } of elementsOf(safe)) {
    const { className } = properties
    if (Array.isArray(className) && className.length === 0) delete properties.className
  }
  return safe
}
