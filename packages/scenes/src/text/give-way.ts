import { type RefObject, useLayoutEffect, useState } from 'react'
import { sizesOf } from './sizes.ts'

/** Where shrinking below the legible size ends, for texts nobody should have written. */
const LEAST_BELOW = 0.25

/**
 * Fits what is read into a field: everything keeps the legible size (`--below: 1`), and where that is too much, things are left out one
 * after the other (`data-tight` names the steps taken, from `0` alone to all up to `most`; the styles say which). What is marked
 * `data-holds` is to hold its words, too. Parts marked `data-grows` then grow to fill what is left (`--fit` from 0 to 1). Returns how
 * tight it is.
 */
export function useGiveWay(field: RefObject<HTMLElement | null>, content: string, most: number): number {
  const [tight, setTight] = useState(0)
  useLayoutEffect(() => {
    const box = field.current
    if (box === null) return
    let arranged = ''
    const arrange = (): void => {
      // Every arranging anew would be that much longer until the picture is on the glass.
      if (sizesIn(box) === arranged) return
      setTight(fitted(box, most))
      arranged = sizesIn(box)
    }
    arrange()
    const observer = new ResizeObserver(arrange)
    observer.observe(box)
    document.fonts.addEventListener('loadingdone', arrange)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', arrange)
    }
  }, [field, content, most])
  return tight
}

function fitted(field: HTMLElement, most: number): number {
  // What is fading away is out of the reckoning.
  const inside = (mark: string): HTMLElement[] =>
    [...field.querySelectorAll<HTMLElement>(mark)].filter((box) => box.closest('[data-leaving]') === null)
  const growing = inside('[data-grows]')
  const boxes = [field, ...inside('[data-holds]'), ...growing]
  const set = (name: string, value: number): void => field.style.setProperty(name, value.toFixed(3))
  const fits = (): boolean => boxes.every(holdsItsContent)
  for (const words of growing) words.style.setProperty('--fit', '0')
  set('--below', 1)
  const steps = Array.from({ length: most + 1 }, (_, step) => step)
  let tight = 0
  for (; tight <= most; tight += 1) {
    field.dataset['tight'] = steps.slice(0, tight + 1).join(' ')
    if (fits()) break
  }
  if (tight > most) {
    tight = most
    largest(1, BELOW_STEPS, (share) => {
      set('--below', LEAST_BELOW + share * (1 - LEAST_BELOW))
      return fits()
    })
  }
  for (const words of growing) {
    const holds = (share: number): boolean => {
      words.style.setProperty('--fit', share.toFixed(3))
      return holdsItsContent(words)
    }
    if (!holds(1)) largest(likelyShare(words), GROWTH_STEPS, holds)
  }
  return tight
}

/** Sizes beyond the legible one: each that is tried is one more that all the letters are measured in. */
const GROWTH_STEPS = 32
/** Below it nothing is given away. */
const BELOW_STEPS = 128

/**
 * Leaves `isRight` with the largest share below 1, in `steps`, that it accepted, else with 0. Looks about `guess` first, in
 * wider and wider strides: every trial lays the whole field out anew.
 */
function largest(guess: number, steps: number, isRight: (share: number) => boolean): void {
  let [right, wrong] = [0, steps]
  let step = Math.min(Math.max(Math.round(guess * steps), 1), steps - 1)
  for (let stride = 1; wrong - right > 1; stride *= 2) {
    const isEnough = isRight(step / steps)
    if (isEnough) right = step
    else wrong = step
    step = isEnough ? Math.min(right + stride, wrong - 1) : Math.max(wrong - stride, right + 1)
  }
  isRight(right / steps)
}

/** What a text that is too large at its full size may keep of it: its area goes with the square. */
function likelyShare({ clientHeight, clientWidth, scrollHeight, scrollWidth }: HTMLElement): number {
  // Centred content runs over at both ends; only the lower one can be scrolled to.
  const height = 2 * scrollHeight - clientHeight
  return Math.min(Math.sqrt(clientHeight / height), clientWidth / scrollWidth)
}

/** The sizes of everything that is fitted. */
function sizesIn(field: HTMLElement): string {
  return sizesOf([field, ...field.querySelectorAll<HTMLElement>('[data-holds], [data-grows], [data-grows] > *')])
}

function holdsItsContent(box: HTMLElement): boolean {
  return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1
}
