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
  /** Somebody pressed, and is not drawn as waiting yet. */
  const pressed = useRef(false)
  /** Where to go if whoever pressed may not leave. */
  const otherwise = useRef<string | null>(null)
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const blocks =
      !passing.current &&
      currentLocation.pathname !== nextLocation.pathname &&
      ((saving && !answered.current) || isUnsaved())
    pressed.current ||= blocks
    return blocks
  })
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
    if (saving) answered.current = false
  }, [saving])
  /** Whatever else was written since is kept with what was made, so that going there loses nothing. */
  const goTo = (made: string): void => {
    passing.current = true
    held.current.reset?.()
    void navigate(made, { replace: true })
    passing.current = false
  }
  const goOn = (waiting: Blocker, made: string | null): void => {
    if (!letGo(waiting) && made !== null) goTo(made)
  }
  useEffect(() => {
    held.current = blocker
    if (blocker.state === 'blocked') pressed.current = false
    // Who pressed while the answer was coming in is shown as waiting only after `saved` was called.
    if (!answered.current || pressed.current) return
    const made = otherwise.current
    otherwise.current = null
    goOn(blocker, made)
  })
  return {
    blocker,
    saving,
    saved: (made) => {
      answered.current = true
      // Going elsewhere now would take the place of where they want to go.
      if (pressed.current) otherwise.current = made
      else goOn(held.current, made)
    },
    refused: () => held.current.reset?.(),
  }
}
