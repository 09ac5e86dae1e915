import { isTrue, textAt, textsAt } from '../fields/fields.ts'
import { defaultLanguage } from '../site/site-text.ts'
import type { AddressRule, Placed } from './address-rule.ts'
import { hugoSlug } from './address-words.ts'
import { datePlaceholders, joinPath, unpadded } from './permalink.ts'

/** https://gohugo.io/content-management/urls/ */
export function hugoRule(placed: Placed): AddressRule {
  const { text, fields, date, site } = placed
  const parts = datePlaceholders(date)
  const section = text.folders[0] ?? ''
  const fileName = nameOf(placed)
  const slug = textAt(fields, 'slug')
  const title = textAt(fields, 'title')
  const pattern =
    textAt(site.settings, `permalinks.${section}`, `permalinks.page.${section}`) ??
    joinPath(...text.folders, ':slugorfilename')
  // Hugo may pick some of the sections, which seldom happens and can't be guessed.
  const isKnown = !/:sections?\[/.test(pattern)
  return {
    pattern: isKnown
      ? lowered(placed, languagePrefix(placed) + withEnding(pattern, placed))
      : undefined,
    values: {
      year: parts.year,
      month: parts.month,
      monthname: parts.long_month?.toLowerCase(),
      day: parts.day,
      weekday: undefined,
      weekdayname: parts.long_day?.toLowerCase(),
      yearday: unpadded(parts.y_day),
      section,
      sections: text.folders.map(hugoSlug).join('/'),
      title: title === undefined ? fileName : hugoSlug(title),
      slug: hugoSlug(slug ?? title ?? fileName),
      filename: fileName,
      contentbasename: fileName,
      slugorfilename: slug === undefined ? fileName : hugoSlug(slug),
      slugorcontentbasename: slug === undefined ? fileName : hugoSlug(slug),
    },
  }
}

/** Only where the site takes dates from files' names are they no part of them. */
function nameOf({ text, site }: Placed): string {
  const dates = textsAt(site.settings, 'frontmatter.date')
  const isByName = dates.some((date) => date.startsWith(':filename'))
  return hugoSlug(isByName ? text.slug : text.stem)
}

const lowered = ({ site }: Placed, path: string): string =>
  isTrue(site.settings, 'disablepathtolower')
    ? path
    : path.replace(/(^|\/)([^:/]+)(?=\/|$)/g, (part) => part.toLowerCase())

const withEnding = (pattern: string, { site }: Placed): string => {
  if (!isTrue(site.settings, 'uglyurls')) return `${pattern.replace(/\/*$/, '')}/`
  return pattern.endsWith('/') ? pattern : `${pattern}.html`
}

/** Languages other than the site's own have their folder. */
function languagePrefix({ text: { language }, site }: Placed): string {
  const isInFolder = isTrue(site.settings, 'defaultcontentlanguageinsubdir')
  const own = defaultLanguage(site) ?? 'en'
  const written = language ?? (isInFolder ? own : undefined)
  const isOwn = written === undefined || (written === own && !isInFolder)
  return isOwn ? '' : `/${written.toLowerCase()}`
}
