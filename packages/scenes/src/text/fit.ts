import { type RefObject, useLayoutEffect } from 'react'
import { sizesOf } from './sizes.ts'

/**
 * Sets `--fit` (a share of the wished size, 1 or less) on an element to the largest value at which its content stays
 * inside it, and what has `data-fits` within its own bounds, and keeps it so when the content, the size or the fonts change. `least` is where shrinking ends: an element
 * that is too full even so, or would be smaller than `tight`, has `data-overfull`, for its styles to leave something out, and is fitted once more.
 */
export function useFit(element: RefObject<HTMLElement | null>, content: string, least = 0.3, tight = least): void {
  useLayoutEffect(() => {
    const box = element.current
    if (box === null) return
    let fitted = ''
    const fit = (): void => {
      if (sizesIn(box) === fitted) return
      shrinkToFit(box, least, tight)
      fitted = sizesIn(box)
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(box)
    document.fonts.addEventListener('loadingdone', fit)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', fit)
    }
  }, [element, content, least, tight])
}

function sizesIn(box: HTMLElement): string {
  return sizesOf([box, ...box.querySelectorAll<HTMLElement>(':scope > *, [data-fits]')])
}

function shrinkToFit(box: HTMLElement, least: number, tight: number): void {
  delete box.dataset['overfull']
  if (shrunkFits(box, tight)) return
  box.dataset['overfull'] = 'true'
  shrunkFits(box, least)
}

function shrunkFits(box: HTMLElement, least: number): boolean {
  if (fitsAt(box, 1)) return true
  let low = least
  let high = 1
  for (let step = 0; step < 7; step += 1) {
    const middle = (low + high) / 2
    if (fitsAt(box, middle)) low = middle
    else high = middle
  }
  return fitsAt(box, low)
}

function fitsAt(box: HTMLElement, share: number): boolean {
  box.style.setProperty('--fit', share.toFixed(3))
  if (!isHighEnough(box) || !isWideEnough(box)) return false
  return [...box.querySelectorAll('[data-fits]')].every(keepsToItself)
}

/** `data-fits="width"` is for lines, whose readings and tall figures may stick out above and below. */
function keepsToItself(part: Element): boolean {
  return isWideEnough(part) && (part.getAttribute('data-fits') === 'width' || isHighEnough(part))
}

function isWideEnough(element: Element): boolean {
  return element.scrollWidth <= element.clientWidth + 1
}

function isHighEnough(element: Element): boolean {
  return element.scrollHeight <= element.clientHeight + 1
}
