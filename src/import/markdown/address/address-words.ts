/** Words as each generator makes a part of an address of them. */

/** Jekyll's "pretty" mode, which keeps letters' case and most signs. */
export const jekyllTitle = (words: string): string =>
  dashed(words.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-'))

export const jekyllSlug = (words: string): string =>
  dashed(words.replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')).toLowerCase()

/** Hugo keeps letters, digits and a few signs; spaces become dashes. */
export const hugoSlug = (words: string): string =>
  dashed(
    words
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s._#+~-]+/gu, '')
      .replace(/[\s]+/g, '-')
      .replace(/-{2,}/g, '-'),
  )

/** As GitHub makes them of headings, and Astro of paths. */
export const githubSlug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc}\s-]/gu, '')
    .replace(/\s/g, '-')

const dashed = (words: string): string => words.replace(/^-+|-+$/g, '')
