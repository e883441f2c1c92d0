import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { spokenText } from './spoken-text.ts'

/** What can be read or touched, in the order of the page; not the fields that move through it. */
const STOPS = '[data-stop], button:not(:disabled), input[type="range"]'
const OUTSIDE = '.ak-reading-fields'
/** What moves by the same keys itself; a scrubber by those along it alone. */
const OWN_KEYS = '.ak-kiosk-map'
const ALONG = new Set(['ArrowLeft', 'ArrowRight'])

export type Move = 'before' | 'after' | 'choose'

interface LinearOptions {
  /** Is each stop read aloud? */
  aloud: boolean
  /** Another text is another screen: whoever listens begins at its first stop. */
  screen: string
  /** `gist`: what stands in for it where it cannot be said; see recordedParts. */
  say: (text: string, gist: string | null) => void
}

/**
 * One stop after the other, by keys (arrows; tab and enter are the browser's own) and by `move`, for hands that cannot see
 * where they touch.
 */
export function useLinear(options: LinearOptions): {
  root: RefObject<HTMLElement | null>
  move: (move: Move) => void
} {
  const root = useRef<HTMLElement>(null)
  const { aloud, screen } = options
  const latest = useRef(options)
  latest.current = options

  const read = useCallback((stop: HTMLElement): void => {
    latest.current.say(spokenText(stop), stop.dataset['gist'] ?? null)
  }, [])

  const move = useCallback((way: Move): void => {
    const page = root.current
    if (page === null) return
    const stops = stopsIn(page)
    const at = stops.findIndex((stop) => stop === document.activeElement)
    if (way === 'choose') {
      const chosen = stops[at]
      if (chosen instanceof HTMLButtonElement) chosen.click()
      else chosen?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
      return
    }
    const next = at === -1 ? 0 : at + (way === 'after' ? 1 : -1)
    stops[(next + stops.length) % stops.length]?.focus()
  }, [])

  useEffect(() => {
    const page = root.current
    if (page === null) return undefined
    const reading = ({ target }: FocusEvent): void => {
      if (latest.current.aloud && target instanceof HTMLElement) read(target)
    }
    const keys = (event: KeyboardEvent): void => {
      const way = MOVES[event.key]
      if (way === undefined || isOwnKey(event)) return
      event.preventDefault()
      move(way)
    }
    page.addEventListener('focusin', reading)
    window.addEventListener('keydown', keys)
    return () => {
      page.removeEventListener('focusin', reading)
      window.removeEventListener('keydown', keys)
    }
  }, [move, read])

  useEffect(() => {
    const page = root.current
    if (page === null || !aloud) return
    const first = page.querySelector<HTMLElement>('[data-lead]') ?? page.querySelector<HTMLElement>('[data-stop]')
    // One that stayed where it was, with other words in it, is read as well.
    if (first === null) return
    if (first === document.activeElement) read(first)
    else first.focus()
  }, [aloud, screen, read])

  return { root, move }
}

const MOVES: Record<string, Move | undefined> = {
  ArrowDown: 'after',
  ArrowRight: 'after',
  ArrowUp: 'before',
  ArrowLeft: 'before',
}

function isOwnKey({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  return target.closest(OWN_KEYS) !== null || (target instanceof HTMLInputElement && ALONG.has(key))
}

function stopsIn(page: HTMLElement): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.closest(OUTSIDE) === null && stop.checkVisibility(),
  )
}
