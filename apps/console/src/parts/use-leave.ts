import { useEffect, useRef } from 'react'
import { type Blocker, useBlocker, useNavigate } from 'react-router'

export type Leave = {
  blocker: Blocker
  /** Whoever wants to leave waits for a save that is under way. */
  saving: boolean
  /** To be called when a save was answered: goes where somebody already wanted to go, unless more was written since; otherwise to `made`, if there is such. */
  saved: (made: string | null) => void
  /** A save was refused: whoever wanted to leave stays, and reads why. */
  refused: () => void
}

/** Lets nobody leave a page unasked while something on it is unsaved, and nobody at all while it is being saved. */
export function useLeave({ isUnsaved, saving }: { isUnsaved: () => boolean; saving: boolean }): Leave {
  const navigate = useNavigate()
  const answered = useRef(false)
  const passing = useRef(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      !passing.current &&
      currentLocation.pathname !== nextLocation.pathname &&
      ((saving && !answered.current) || isUnsaved()),
  )
  const held = useRef(blocker)
  const gone = useRef<Blocker | null>(null)
  /** Lets go whoever waits, once, where nothing would be lost; says whether somebody waited. */
  const letGo = (waiting: Blocker): boolean => {
    if (waiting.state !== 'blocked' || isUnsaved()) return false
    if (gone.current !== waiting) waiting.proceed()
    gone.current = waiting
    return true
  }
  useEffect(() => {
    held.current = blocker
    // Who pressed while the answer was coming in is shown as waiting only after `saved` was called.
    if (answered.current) letGo(blocker)
  })
  useEffect(() => {
    if (saving) answered.current = false
  }, [saving])
  /** Whatever else was written since is kept with what was made, so that going there loses nothing. */
  const goTo = (made: string): void => {
    passing.current = true
    held.current.reset?.()
    void navigate(made, { replace: true })
    passing.current = false
  }
  return {
    blocker,
    saving,
    saved: (made) => {
      answered.current = true
      if (!letGo(held.current) && made !== null) goTo(made)
    },
    refused: () => held.current.reset?.(),
  }
}
