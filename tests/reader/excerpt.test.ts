// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { excerptOf } from '../../src/reader/finding/excerpt.ts'

const words = (html: string, sought: string) =>
  excerptOf(
    html,
    (word) => word,
    (term) => term === sought,
  ).map(({ text }) => text)

test('the sentence with most of the words is shown, with these marked', () => {
  const html = '<p>It rained. The kettle sang in the rain.</p>'
  expect(
    excerptOf(
      html,
      (word) => word,
      (term) => /kettle|rain/.test(term),
    ),
  ).toEqual([
    { text: 'The ', isMatch: false },
    { text: 'kettle', isMatch: true },
    { text: ' sang in the ', isMatch: false },
    { text: 'rain', isMatch: true },
    { text: '.', isMatch: false },
  ])
})

test('a sentence without spaces is cut between letters, be they of several units', () => {
  for (let before = 190; before < 194; before++) {
    const text = words(`<p>${'😀'.repeat(before)}最後${'😀'.repeat(200)}</p>`, '最後').join('')
    expect(text).toContain('最後')
    expect(text).not.toMatch(/\p{Surrogate}/u)
  }
})

test('a heading is set off from the text below it, a finished sentence needs nothing', () => {
  const html =
    '<h2>On <em>tea</em></h2>\n<p>A kettle<br>sang</p>\n<ul><li>It rained.</li><li>It poured.</li></ul>'
  expect(words(html, 'kettle').join('')).toBe('On tea · A kettle sang · It rained.')
  const quoted = '<h2>Kettles (a list)</h2><p>“It sang.”</p><p>We listened.</p>'
  expect(words(quoted, 'sang').join('')).toBe('Kettles (a list) · “It sang.”')
})
