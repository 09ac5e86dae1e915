import { isOwnFile, pageFileAt } from './addresses.ts'

/**
 * The address above `alias` that is a file's: where "/a.html" is a page, "/a.html/b" is none. `isTaken` tells
 * of an address that ends like a file.
 */
export function fileAbove(
  alias: string,
  isTaken: (address: string) => boolean,
): string | undefined {
  const parts = pageFileAt(alias).split('/')
  const isFile = (path: string): boolean =>
    isOwnFile(path) ? !isOwnFile(`${path}/`) : /\.(html?|json)$/i.test(path) && isTaken(path)
  return parts.map((_, at) => `/${parts.slice(0, at).join('/')}`).find(isFile)
}
