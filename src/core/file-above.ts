import { addressKey, isOwnFile, pageFileAt } from './addresses.ts'

/**
 * The address above `alias` that is a file's: where "/a.html" is a page, "/a.html/b" is none. `isTaken` tells
 * of addresses by their keys.
 */
export function fileAbove(alias: string, isTaken: (key: string) => boolean): string | undefined {
  const parts = pageFileAt(alias).split('/')
  const isFile = (path: string): boolean =>
    isOwnFile(path)
      ? !isOwnFile(`${path}/`)
      : /\.(html?|json)$/i.test(path) &&
        addressKey(path) !== addressKey(alias) &&
        isTaken(addressKey(path))
  return parts.map((_, at) => `/${parts.slice(0, at).join('/')}`).find(isFile)
}
