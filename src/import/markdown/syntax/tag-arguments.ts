/** What stands in a tag behind its name, with commas or without: `figure src="a.png" 400`. */
export interface TagArguments {
  positional: string[]
  named: Readonly<Record<string, string>>
}

const argument =
  /(?:([\w-]+)(?:\s*=\s*|:(?=\w)))?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s"'`]+))/g

export function readArguments(written: string): TagArguments {
  const positional: string[] = []
  const named: [string, string][] = []
  for (const [, name, doubleQuoted, singleQuoted, raw, bare] of written.matchAll(argument)) {
    const quoted = (doubleQuoted ?? singleQuoted)?.replace(/\\(["'\\])/g, '$1')
    const value = quoted ?? raw ?? bare ?? ''
    if (value === ',' && bare !== undefined) continue
    if (name === undefined) positional.push(value)
    else named.push([name.toLowerCase(), value])
  }
  return { positional, named: Object.fromEntries(named) }
}
