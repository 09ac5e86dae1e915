import type { QueryClient } from '@tanstack/react-query'
import type { PageState } from '../core/prerender.ts'

export function seed(queryClient: QueryClient, { twins }: PageState): void {
  for (const [path, twin] of Object.entries(twins)) queryClient.setQueryData([path], twin)
}

/** An element whose HTML is the `content_html` of a twin: the text itself, or a comment by its id. */
export const bodyAttribute = 'data-body'
export const textBody = 'text'
export const commentBody = (id: string): string => `comment ${id}`

/** The state without the bodies, which the page's HTML holds already. */
export function serialise({ path, twins }: PageState): string {
  const bare = Object.entries(twins).map(([path, twin]) => [path, withoutBodies(twin)])
  const json = JSON.stringify({ path, twins: Object.fromEntries(bare) })
  // "</script>" and "<!--" would end the script or change how it is parsed.
  return json.replaceAll('<', '\\u003c')
}

function withoutBodies(twin: unknown): unknown {
  // To look at each value of what every page shows would take longer than the rest.
  if (!hasBody(twin)) return twin
  return JSON.parse(JSON.stringify(twin, (key, value) => (key === 'content_html' ? '' : value)))
}

/** The state of the page in `document`, with the bodies read back from it. */
export const readState = (document: Document): PageState =>
  // Written by `serialise` at build.
  JSON.parse(document.getElementById('state')?.textContent ?? '', (_, value: unknown) =>
    hasBody(value) ? { ...value, content_html: bodyOf(value, document) } : value,
  )

/** A post, a page or, with one author, a comment. */
interface HasBody {
  id: string
  content_html: string
}

const hasBody = (value: unknown): value is HasBody =>
  typeof value === 'object' && value !== null && 'content_html' in value

function bodyOf(twin: HasBody, document: Document): string {
  const name = 'author' in twin ? commentBody(twin.id) : textBody
  return document.querySelector(`[${bodyAttribute}="${name}"]`)?.innerHTML ?? ''
}
