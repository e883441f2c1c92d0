import { useState } from 'react'

type Selection = {
  has: (id: string) => boolean
  /** With the shift key: everything from the last one to this. */
  toggle: (id: string, withRange: boolean) => void
  all: () => void
  clear: () => void
}

/** Which of the ids shown are selected; what is no longer shown is not selected any more. */
export function useSelection(shown: readonly string[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<string | null>(null)
  return {
    has: (id) => ids.has(id),
    toggle: (id, withRange) => {
      const next = new Set([...ids].filter((each) => shown.includes(each)))
      const [from, to] = [last === null ? -1 : shown.indexOf(last), shown.indexOf(id)]
      if (withRange && from !== -1 && to !== -1) {
        for (const each of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each)
      } else if (!next.delete(id)) next.add(id)
      setIds(next)
      setLast(id)
    },
    all: () => setIds(new Set(shown)),
    clear: () => setIds(new Set()),
  }
}
