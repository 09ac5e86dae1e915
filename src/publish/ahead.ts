/** Work that goes on before anyone waits for it: a failure is told to whoever does, and ends no process until then. */
export function ahead<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {})
  return work
}
