import { toString as textOf } from 'hast-util-to-string'
import { elementsOf } from '../../src/core/html/elements.ts'
import { parseHtml } from '../../src/core/html/parse-html.ts'

/** The text of a built post's page as the least that a browser can show: no style, no script, no link. */
export function barePage(page: string): string {
  const [article] = /<article[\s\S]*<\/article>/.exec(page) ?? []
  if (article === undefined) throw new Error('The built post has no <article>')
  const texts: string[] = []
  for (const element of elementsOf(parseHtml(article)))
    if (/^(h[1-6]|p)$/.test(element.tagName))
      texts.push(`<${element.tagName}>${escapeHtml(textOf(element))}</${element.tagName}>`)
  return `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${/<title>(.*?)<\/title>/s.exec(page)?.[1] ?? ''}</title>
${texts.join('\n')}
</html>
`
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
