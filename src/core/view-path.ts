/**
 * The path of an address, written in one way: without host, query, fragment and "index.html", its
 * %-escapes only where they must be. Undefined where it is none ("(not set)"), or of no page of ours.
 */
export function viewPath(address: string): string | undefined {
  // Analytics write "https://example.org/a/", "example.org/a/" and "/a/".
  const path = address
    .trim()
    .replace(/^(https?:\/\/[^/?#]*|[\w-]+(\.[\w-]+)+(:\d+)?(?=\/))/i, '')
    .replace(/[?#].*$/s, '')
  if (!path.startsWith('/')) return undefined
  try {
    const decoded = decodeURIComponent(path).replace(/\/index\.html$/i, '/')
    return decoded.split('/').map(encodeURIComponent).join('/')
  } catch {
    // Escapes of another encoding than UTF-8.
    return undefined
  }
}
