import { type RefObject, useLayoutEffect, useState } from 'react'

/** How many things give way, one after the other; emergency-fit.css says which. */
export const MOST_TIGHT = 6
/** Where shrinking below the legible size ends, for texts nobody should have written. */
const LEAST_BELOW = 0.25

/**
 * Fits an emergency into its field: everything that is read keeps the legible size (`--below: 1`), and where that is too
 * much, lines are left out one after the other (`data-tight` names the steps taken, from `0` alone to all up to `MOST_TIGHT`). Parts marked `data-grows` then grow
 * to fill what is left (`--fit` from 0 to 1). Returns how tight it is.
 */
export function useGiveWay(field: RefObject<HTMLElement | null>, content: string): number {
  const [tight, setTight] = useState(0)
  useLayoutEffect(() => {
    const box = field.current
    if (box === null) return
    const arrange = (): void => setTight(fitted(box))
    arrange()
    const observer = new ResizeObserver(arrange)
    observer.observe(box)
    document.fonts.addEventListener('loadingdone', arrange)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', arrange)
    }
  }, [field, content])
  return tight
}

function fitted(field: HTMLElement): number {
  // What is fading away is out of the reckoning.
  const inside = (mark: string): HTMLElement[] =>
    [...field.querySelectorAll<HTMLElement>(mark)].filter((box) => box.closest('[data-leaving]') === null)
  const growing = inside('[data-grows]')
  const boxes = [field, ...inside('[data-holds]'), ...growing]
  const set = (name: string, value: number): void => field.style.setProperty(name, value.toFixed(3))
  const fits = (): boolean => boxes.every(holdsItsContent)
  for (const words of growing) words.style.setProperty('--fit', '0')
  set('--below', 1)
  const steps = Array.from({ length: MOST_TIGHT + 1 }, (_, step) => step)
  let tight = 0
  for (; tight <= MOST_TIGHT; tight += 1) {
    field.dataset['tight'] = steps.slice(0, tight + 1).join(' ')
    if (fits()) break
  }
  if (tight > MOST_TIGHT) {
    tight = MOST_TIGHT
    largest(LEAST_BELOW, 1, (share) => {
      set('--below', share)
      return fits()
    })
  }
  for (const words of growing)
    largest(0, 1, (share) => {
      words.style.setProperty('--fit', share.toFixed(3))
      return holdsItsContent(words)
    })
  return tight
}

/** Leaves `isRight` with the largest share between `low` and `high` that it accepted, to a hundredth; else with `low`. */
function largest(low: number, high: number, isRight: (share: number) => boolean): void {
  if (isRight(high)) return
  let [right, wrong] = [low, high]
  for (let step = 0; step < 7; step += 1) {
    const middle = (right + wrong) / 2
    if (isRight(middle)) right = middle
    else wrong = middle
  }
  isRight(right)
}

function holdsItsContent(box: HTMLElement): boolean {
  return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1
}
