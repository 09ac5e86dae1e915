/**
 * The name of the cache that keeps what a reader has opened of the blog under `base`: pages and
 * pictures, which the worker puts there, and JSON twins, which the app does. Caches are the origin's,
 * and several blogs may share one.
 */
export const keptCache = (base: string): string => `lectern kept ${base}`

/** How long the network has to bring what is kept as well, in milliseconds. */
export const patience = 5000

/** As kept: what a static host answers with does not change with the query. */
export const keptAddress = (address: string): string => address.replace(/[?#].*$/s, '')

/** Whether the host lets an answer be kept that says this of itself: not what is meant for one reader. */
export const mayBeKept = (cacheControl: string | null): boolean =>
  !/no-store|private/.test(cacheControl ?? '')
