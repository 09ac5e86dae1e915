// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { readState, serialise } from '../../src/reader/page-state.ts'
import { post } from './open-page.tsx'

const vice = post('vice', 'The Vice')
vice._lectern.comments = [{ id: '1', author: 'A reader', content_html: '<p>Through.</p>' }]
const state = { path: '/posts/vice/', twins: { '/posts/vice.json': vice } }

function documentWith(json: string, body: string): Document {
  return new DOMParser().parseFromString(
    `<body>${body}<script id="state" type="application/json">${json}</script></body>`,
    'text/html',
  )
}

test('what a page carries along can be read back whole from its document', () => {
  const document = documentWith(
    serialise(state),
    `<div data-body="text">${vice.content_html}</div><div data-body="comment 1"><p>Through.</p></div>`,
  )
  expect(readState(document)).toEqual(state)
})

test('the state holds no body a second time, and nothing that could end its script', () => {
  const sly = { ...state, path: '</script><script>alert(1)</script>' }
  const json = serialise(sly)
  expect(json).not.toContain('The text of The Vice')
  expect(json).not.toContain('<')
  expect(JSON.parse(json).path).toBe(sly.path)
})
