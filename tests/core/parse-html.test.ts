import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { expect, test } from 'vitest'
import { parseHtml } from '../../src/core/html/parse-html.ts'

test('elements nested without end are flattened where browsers flatten them, and no word is lost', () => {
  for (const tag of ['div', 'span', 'blockquote', 'b']) {
    const html = `${`<${tag}>tea `.repeat(4_000)}end${`</${tag}> rain`.repeat(4_000)}`
    const tree = parseHtml(html)
    expect(textOf(tree).match(/tea/g)).toHaveLength(4_000)
    expect(textOf(tree).match(/rain/g)).toHaveLength(4_000)
    expect(toHtml(tree)).toContain('end')
  }
})
