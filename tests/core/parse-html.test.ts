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

test('templates nested without end are read as well, and what comes after them', () => {
  const tree = parseHtml(`${'<template>'.repeat(10_000)}${'</template>'.repeat(10_000)}tea`)
  expect(toHtml(tree)).toMatch(/tea$/)
  expect(() => parseHtml(`<p>${'<div><template>'.repeat(10_000)}`)).not.toThrow()
})
