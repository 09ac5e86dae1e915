/**
 * Where a page can be passed on: plain links, which send nothing before a reader follows them. In a
 * link's url, "{url}" and "{title}" stand for those of the page.
 */
export interface ShareLink {
  title: string
  url: string
}

/** The networks that `blog.json` may name, with the addresses that they document. */
export const networks = {
  bluesky: { title: 'Bluesky', url: 'https://bsky.app/intent/compose?text={title}%20{url}' },
  facebook: { title: 'Facebook', url: 'https://www.facebook.com/sharer/sharer.php?u={url}' },
  hackernews: {
    title: 'Hacker News',
    url: 'https://news.ycombinator.com/submitlink?u={url}&t={title}',
  },
  linkedin: { title: 'LinkedIn', url: 'https://www.linkedin.com/sharing/share-offsite/?url={url}' },
  mastodon: { title: 'Mastodon', url: 'https://share.joinmastodon.org/#text={title}%20{url}' },
  pinterest: {
    title: 'Pinterest',
    url: 'https://www.pinterest.com/pin/create/button/?url={url}&description={title}',
  },
  reddit: { title: 'Reddit', url: 'https://www.reddit.com/submit?url={url}&title={title}' },
  telegram: { title: 'Telegram', url: 'https://t.me/share/url?url={url}&text={title}' },
  threads: { title: 'Threads', url: 'https://www.threads.net/intent/post?text={title}%20{url}' },
  whatsapp: { title: 'WhatsApp', url: 'https://wa.me/?text={title}%20{url}' },
  x: { title: 'X', url: 'https://x.com/intent/post?url={url}&text={title}' },
} satisfies Record<string, ShareLink>

export type Network = keyof typeof networks

/** The link that passes on the page at `url`. */
export const shareHref = (link: ShareLink, title: string, url: string): string =>
  link.url
    .replaceAll('{url}', () => encodeURIComponent(url))
    .replaceAll('{title}', () => encodeURIComponent(title))

export const emailLink: ShareLink = { title: 'E-mail', url: 'mailto:?subject={title}&body={url}' }
