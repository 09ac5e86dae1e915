/** The known name that an unknown one looks like a slip of the pen for. */
export const meantBy = (name: string, known: readonly string[]): string | undefined =>
  known.includes(name) ? undefined : known.find((other) => isOneSlipFrom(other, name))

/** One letter more, less or changed, two swapped, or another case. */
function isOneSlipFrom(known: string, field: string): boolean {
  const a = known.toLowerCase()
  const b = field.toLowerCase()
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const restOfA = a.slice(start, a.length - end)
  const restOfB = b.slice(start, b.length - end)
  if (restOfA.length <= 1 && restOfB.length <= 1) return true
  return restOfA.length === 2 && restOfA === [...restOfB].reverse().join('')
}
