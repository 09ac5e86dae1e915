import { useState } from 'react'

/** Something whose script is fetched when that is asked for; asking again after a failure tries again. */
export function useLater<T>(fetchIt: () => Promise<T>): [there: T | undefined, ask: () => void] {
  const [there, setThere] = useState<T>()
  const ask = () =>
    void fetchIt().then(
      (fetched) => setThere(() => fetched),
      () => {},
    )
  return [there, ask]
}
