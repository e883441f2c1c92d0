import { type KeyboardEvent, type ReactElement, useEffect, useId, useReducer, useRef, useState } from 'react'
import { type Hold, type HoldEvent, heldPart, hold } from './hold.ts'
import classes from './hold-button.module.css'

const NEEDED_MS = 1500
const TICK_MS = 30
const RADIUS = 20
const ROUND = 2 * Math.PI * RADIUS

function isHoldKey({ key }: KeyboardEvent): boolean {
  return key === ' ' || key === 'Enter'
}

/** Acts after it was held for a second and a half, with the pointer or with space or enter; a ring shows how far. */
export function HoldButton({
  onHeld,
  disabled,
  hint,
  testId,
  label,
}: {
  onHeld: () => void
  disabled: boolean
  hint: string
  testId: string
  label: string
}): ReactElement {
  const [now, dispatch] = useReducer((before: Hold, event: HoldEvent) => hold(before, event, NEEDED_MS), {
    state: 'resting',
  })
  const hintId = useId()
  const part = useHeldPart(now, dispatch)
  const act = useRef(onHeld)
  act.current = onHeld
  useEffect(() => {
    if (now.state === 'complete') act.current()
  }, [now.state])
  const press = (): void => dispatch({ type: 'pressed', atMs: performance.now() })
  const release = (): void => dispatch({ type: 'released', atMs: performance.now() })
  const interrupt = (): void => dispatch({ type: 'interrupted' })
  return (
    <div className={classes.hold}>
      <button
        type="button"
        className={classes.button}
        disabled={disabled}
        data-state={now.state}
        data-testid={testId}
        aria-label={label}
        aria-describedby={hintId}
        onPointerDown={(event) => event.button === 0 && press()}
        onPointerUp={release}
        onPointerLeave={interrupt}
        onPointerCancel={interrupt}
        onBlur={interrupt}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (!isHoldKey(event)) return
          event.preventDefault()
          if (!event.repeat) press()
        }}
        onKeyUp={(event) => isHoldKey(event) && release()}
      >
        <svg viewBox="0 0 48 48" className={classes.ring} aria-hidden>
          <circle cx="24" cy="24" r={RADIUS} className={classes.track} />
          <circle cx="24" cy="24" r={RADIUS} className={classes.done} strokeDasharray={`${part * ROUND} ${ROUND}`} />
        </svg>
        <strong>{label}</strong>
      </button>
      <small id={hintId}>{hint}</small>
    </div>
  )
}

/**
 * Lets time pass while the button is held. A timer, not animation frames: those stop when the browser thinks that nobody
 * looks, and the press must count all the same.
 */
function useHeldPart(now: Hold, dispatch: (event: HoldEvent) => void): number {
  const [atMs, setAtMs] = useState(0)
  useEffect(() => {
    if (now.state !== 'held') return
    const timer = setInterval(() => {
      const currentMs = performance.now()
      setAtMs(currentMs)
      dispatch({ type: 'elapsed', atMs: currentMs })
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [now.state, dispatch])
  return heldPart(now, atMs, NEEDED_MS)
}
