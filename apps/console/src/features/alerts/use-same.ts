import { useRef } from 'react'

/** The value of before while the new one says the same, so that what depends on it is not done again. */
export function useSame<T>(value: T): T {
  const held = useRef(value)
  if (JSON.stringify(held.current) !== JSON.stringify(value)) held.current = value
  return held.current
}
