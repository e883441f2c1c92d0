import { useState } from 'react'

/**
 * The one of this id among `all`; once it was there, it stays as it was last seen, for whoever has it open: what they wrote
 * must not vanish because somebody else deletes it. Undefined where it was never there.
 */
export function useLastSeen<T extends { id: string }>(
  all: readonly T[] | undefined,
  id: string | undefined,
): T | undefined {
  const [seen, setSeen] = useState<T>()
  const found = all?.find((each) => each.id === id)
  if (found !== undefined && found !== seen) setSeen(found)
  return found ?? (seen?.id === id ? seen : undefined)
}
