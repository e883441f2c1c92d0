import { useRef } from 'react'

/** The same object for as long as it says the same, so that effects run on news only. `value` is plain JSON. */
export function useStable<T>(value: T): T {
  const text = JSON.stringify(value)
  const held = useRef({ text, value })
  if (held.current.text !== text) held.current = { text, value }
  return held.current.value
}
