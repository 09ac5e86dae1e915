const pictureHost =
  /^([^.]+\.bp\.blogspot\.com|bp\d\.blogger\.com|blogger\.googleusercontent\.com|lh\d+\.(googleusercontent|ggpht)\.com)$/i
/** Of whose pictures Google's exports have copies. */
export const googleHost = /(^|\.)(blogspot|googleusercontent|ggpht)\.com$/i

/** The part of a picture's address that asks for a size: "/s320/name.jpg", "/w400-h300-p/name.jpg", "=s320". */
const sizePart = /(?<=\/)[swh]\d+(-[a-z0-9]+)*(?=\/[^/]*$)|(?<==)[swh]\d+(-[a-z0-9]+)*$/i

/** The most that Blogger gave of its pictures for many years, and so what is surely there. */
const largest = 1600
const largestIcon = 99

/** The address of a picture in the size that it was kept in, where Blogger's or Google's hosts keep it. */
export function fullSizeAddress(address: string): string {
  const { before, host, path, after } = partsOf(address)
  if (!pictureHost.test(host)) return address
  return before + path.replace(sizePart, fullSize) + after
}

function fullSize(written: string): string {
  const options = written.toLowerCase().split('-')
  const sides = options.flatMap((option) => Number(/^[swh](\d+)$/.exec(option)?.[1] ?? []))
  const longest = Math.max(...sides)
  const isCropped = options.includes('c') || options.includes('cc')
  return isCropped || longest <= largestIcon || longest > largest ? written : `s${largest}`
}

/** Whether two addresses are of the same picture, whatever its size and the host that it comes from. */
export function isSamePicture(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)]
  if (keyOf(a) === keyOf(b)) return true
  return (
    googleHost.test(a.host) &&
    googleHost.test(b.host) &&
    fileOf(a) !== '' &&
    fileOf(a) === fileOf(b)
  )
}

interface Parts {
  /** The scheme and the host. */
  before: string
  host: string
  path: string
  /** The query and the fragment. */
  after: string
}

function partsOf(address: string): Parts {
  const [, before = '', host = '', path = '', after = ''] =
    /^((?:https?:)?\/\/([^/?#]*))?([^?#]*)(.*)$/is.exec(address.trim()) ?? []
  return { before, host: host.toLowerCase(), path, after }
}

function keyOf({ host, path, after }: Parts): string {
  if (!pictureHost.test(host)) return host.replace(/^www\./, '') + path + after
  return host.replace(/\d+/, '') + path.replace(sizePart, '')
}

const fileOf = ({ path }: Parts): string => path.replace(sizePart, '').split('/').at(-1) ?? ''
