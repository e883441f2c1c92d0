import { type RefObject, useLayoutEffect } from 'react'
import { sizesOf } from '../../text/sizes.ts'

/**
 * Takes away (`data-cut`) those children of a list that do not stand wholly inside it, the last first, and keeps it so when the content,
 * the size or the fonts change. The first always stays. `onKept` hears how many stand there.
 */
export function useWholeRows(
  list: RefObject<HTMLElement | null>,
  content: string,
  onKept?: (count: number) => void,
): void {
  useLayoutEffect(() => {
    const box = list.current
    if (box === null) return
    let settled = ''
    const settle = (): void => {
      if (sizesIn(box) === settled) return
      onKept?.(keepWhole(box))
      settled = sizesIn(box)
    }
    settle()
    const observer = new ResizeObserver(settle)
    observer.observe(box)
    document.fonts.addEventListener('loadingdone', settle)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', settle)
    }
  }, [list, content, onKept])
}

function rowsOf(box: HTMLElement): HTMLElement[] {
  return [...box.children].filter((child) => child instanceof HTMLElement)
}

function sizesIn(box: HTMLElement): string {
  return sizesOf([box, ...rowsOf(box)])
}

/** How many rows stay. `data-measuring`: as high as its content, however much room there is. */
function keepWhole(box: HTMLElement): number {
  const rows = rowsOf(box)
  box.dataset['measuring'] = 'true'
  for (const row of rows) delete row.dataset['cut']
  const bottom = box.clientHeight + 1
  const first = rows.findIndex((row, n) => n > 0 && row.offsetTop + row.offsetHeight > bottom)
  const kept = first === -1 ? rows.length : first
  for (const row of rows.slice(kept)) row.dataset['cut'] = 'true'
  delete box.dataset['measuring']
  return kept
}
