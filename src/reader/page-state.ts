import type { QueryClient } from '@tanstack/react-query'
import type { PageState } from '../core/prerender.ts'

export function seed(queryClient: QueryClient, { twins }: PageState): void {
  for (const [path, twin] of Object.entries(twins)) queryClient.setQueryData([path], twin)
}

/** An element whose HTML is the `content_html` of a twin: the text itself, or a comment by its id. */
export const bodyAttribute = 'data-body'
export const textBody = 'text'
export const commentBody = (id: string): string => `comment ${id}`

interface HasBody {
  content_html: string
}
interface HasComments {
  _lectern: { comments: (HasBody & { id: string })[] }
}

/** The state without the bodies, which the page's HTML holds already. */
export function serialise(state: PageState): string {
  const twins = Object.entries(state.twins).map(([path, twin]) => [path, withoutBodies(twin)])
  const json = JSON.stringify({ ...state, twins: Object.fromEntries(twins) })
  // "</script>" and "<!--" would end the script or change how it is parsed.
  return json.replaceAll('<', '\\u003c')
}

function withoutBodies(twin: unknown): unknown {
  const bare = hasBody(twin) ? { ...twin, content_html: '' } : twin
  if (!hasComments(bare)) return bare
  const comments = bare._lectern.comments.map((comment) => ({ ...comment, content_html: '' }))
  return { ...bare, _lectern: { ...bare._lectern, comments } }
}

/** The state of the page in `document`, with the bodies read back from it. */
export function readState(document: Document): PageState {
  // Written by `serialise` at build.
  const state = JSON.parse(document.getElementById('state')?.textContent ?? '') as PageState
  for (const twin of Object.values(state.twins)) {
    if (hasBody(twin)) twin.content_html = bodyIn(document, textBody)
    if (hasComments(twin))
      for (const comment of twin._lectern.comments)
        comment.content_html = bodyIn(document, commentBody(comment.id))
  }
  return state
}

const bodyIn = (document: Document, name: string): string =>
  document.querySelector(`[${bodyAttribute}="${name}"]`)?.innerHTML ?? ''

const hasBody = (twin: unknown): twin is HasBody => isObject(twin) && 'content_html' in twin

const hasComments = (twin: unknown): twin is HasComments =>
  isObject(twin) && '_lectern' in twin && isObject(twin._lectern) && 'comments' in twin._lectern

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
