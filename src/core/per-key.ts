/** Gives what was worked out for the same key before; for where keys are few, and the work is much. */
export function perKey<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const value = known.get(key) ?? work(key)
    known.set(key, value)
    return value
  }
}
