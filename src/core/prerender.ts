/** What the build and the reader agree on: how a page of the site becomes HTML. */

/** What a page brings along so that the app can take it over without fetching. */
export interface PageState {
  path: string
  /** Twins by their path. */
  twins: Record<string, unknown>
}

/** A page as parts of an HTML document. */
export interface Prerendered {
  /** For the `head`. */
  head: string
  /** What stands in the app's root element. */
  body: string
  /** JSON, safe inside a `script` element. */
  state: string
}

export type Prerender = (page: PageState) => Prerendered
