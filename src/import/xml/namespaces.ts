/** The vocabularies that feeds and exports are written in, by the prefixes that this code has for them. */
const prefixes: [prefix: string, address: RegExp][] = [
  ['', /^http:\/\/(purl\.org\/rss\/1\.0\/?|(my|channel)\.netscape\.com\/rdf\/simple\/0\.9\/?)$/],
  ['', /^http:\/\/(backend\.userland\.com\/rss|blogs\.law\.harvard\.edu\/tech\/rss)/],
  ['', /^http:\/\/disqus\.com\/?$/],
  ['app', /^http:\/\/(www\.w3\.org\/2007\/app|purl\.org\/atom\/app#)$/],
  ['atom', /^https?:\/\/(www\.w3\.org\/2005\/atom|purl\.org\/atom\/ns#.*)\/?$/],
  ['blogger', /^http:\/\/schemas\.google\.com\/blogger\/20\d\d$/],
  ['content', /^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/],
  ['dc', /^http:\/\/purl\.org\/(dc\/elements\/1\.[01]|rss\/1\.0\/modules\/dc)\/?$/],
  ['dcterms', /^http:\/\/purl\.org\/dc\/terms\/?$/],
  ['dsq', /^http:\/\/disqus\.com\/disqus-internals\/?$/],
  ['excerpt', /^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/],
  ['feedburner', /^http:\/\/rssnamespace\.org\/feedburner\/ext\/1\.0$/],
  ['gd', /^http:\/\/schemas\.google\.com\/g\/2005$/],
  ['itunes', /^http:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/],
  ['media', /^http:\/\/search\.yahoo\.com\/mrss\/?$/],
  ['opensearch', /^http:\/\/a9\.com\/-\/spec\/opensearch(rss)?\/1\.[01]\/?$/],
  ['rdf', /^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/],
  ['thr', /^http:\/\/purl\.org\/syndication\/thread\/1\.0$/],
  ['wp', /^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/],
  ['xhtml', /^http:\/\/www\.w3\.org\/1999\/xhtml$/],
]

/** Prefixes as a document binds them: to those of this code, or to themselves where it knows no better. */
export type Namespaces = ReadonlyMap<string, string>

/** Those in force in an element with these attributes, inside one where `outer` are. */
export function bind(outer: Namespaces, attributes: Record<string, string>): Namespaces {
  const declared = Object.entries(attributes).filter(([name]) => /^xmlns(:|$)/.test(name))
  if (declared.length === 0) return outer
  const inner = new Map(outer)
  for (const [name, address] of declared) {
    const prefix = name.slice('xmlns:'.length)
    const meant = prefixes.find(([, pattern]) => pattern.test(address.trim().toLowerCase()))
    inner.set(prefix, meant?.[0] ?? prefix)
  }
  return inner
}

/** An element's or attribute's name with the prefix that this code has for it; one never declared is taken at its word. */
export function expand(name: string, namespaces: Namespaces): string {
  const [, prefix = '', local = name] = /^([^:]+):(.+)$/.exec(name) ?? []
  const meant = namespaces.get(prefix) ?? prefix
  return meant === '' ? local : `${meant}:${local}`
}
