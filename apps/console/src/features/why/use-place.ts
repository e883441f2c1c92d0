import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import type { Basis } from './use-glass-at.ts'

export type Place = {
  get: (name: string) => string | null
  set: (name: string, value: string | null) => void
  basis: Basis
}

/** What is looked at, as the address says it; changing it leaves no trail of steps to go back through. */
export function usePlace(): Place {
  const [params, setParams] = useSearchParams()
  const set = useCallback(
    (name: string, value: string | null) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          if (value === null) after.delete(name)
          else after.set(name, value)
          return after
        },
        { replace: true },
      ),
    [setParams],
  )
  return { get: (name) => params.get(name), set, basis: params.get('by') === 'draft' ? 'draft' : 'published' }
}
