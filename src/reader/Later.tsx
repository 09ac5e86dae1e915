import { MissingError } from './fetch-twin.ts'
import type { FindingPages } from './finding/finding.ts'
import type { PageOfRoute } from './Page.tsx'

let pages: FindingPages | undefined

/** At build they are there from the start. */
export const provide = (given: FindingPages): void => {
  pages = given
}

/**
 * Fetches the script of the pages by which posts are found, once. Where it is gone, the site was built
 * anew since: the host may have the page, with a script of its own.
 */
async function fetchFindingPages(): Promise<FindingPages> {
  try {
    pages ??= (await import('./finding/finding.ts')).findingPages
    return pages
  } catch (cause) {
    throw new MissingError('The script could not be fetched', { cause })
  }
}

/** One of the pages by which posts are found, which its route's `load` has fetched. */
const Later = ({ name }: { name: keyof FindingPages }) => pages?.[name].element

/** As a route has it. */
export const later = (name: keyof FindingPages): PageOfRoute => ({
  element: <Later name={name} />,
  load: async (client, params) => (await fetchFindingPages())[name].load(client, params),
  isLoaded: (client, params) => pages?.[name].isLoaded(client, params) ?? false,
})
