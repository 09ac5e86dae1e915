import { belowBase, homePath, offlinePath, twinPath, underBase } from '../core/addresses.ts'

declare const self: ServiceWorkerGlobalScope

/** The address of the blog, ending in "/". */
export const scope = self.registration.scope
export const base = new URL(scope).pathname

const addressOf = (path: string): string => new URL(underBase(base, path), scope).href

export const home = addressOf(homePath())
/** The page that stands in for those that don't arrive. */
export const shell = addressOf(offlinePath)

/** The address of the twin of the page at `address`. */
export const twinAt = (address: string): string =>
  addressOf(twinPath(belowBase(base, new URL(address).pathname)))

/** Of Vite's making, or an owner's: hosts are told that they never change. */
export const isAppFile = (url: string): boolean => url.startsWith(`${scope}assets/`)
