import { TURN_MS } from '@akari/scenes'
import { useEffect, useState } from 'react'

/** Counts the turns of the third line and the pages of the lines, one every six seconds, anew for each `subject`. */
export function useTurns(subject: string): number {
  const [counted, setCounted] = useState({ subject, turns: 0 })
  useEffect(() => {
    if (subject === '') return
    const timer = setInterval(
      () => setCounted((before) => ({ subject, turns: before.subject === subject ? before.turns + 1 : 1 })),
      TURN_MS,
    )
    return () => clearInterval(timer)
  }, [subject])
  return counted.subject === subject ? counted.turns : 0
}
