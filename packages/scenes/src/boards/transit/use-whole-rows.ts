import { type RefObject, useLayoutEffect } from 'react'
import { sizesOf } from '../../text/sizes.ts'

/**
 * Takes away (`data-cut`) those children of a list that do not stand wholly inside it, the last first, and keeps it so when the content,
 * the size or the fonts change. The first always stays.
 */
export function useWholeRows(list: RefObject<HTMLElement | null>, content: string): void {
  useLayoutEffect(() => {
    const box = list.current
    if (box === null) return
    let settled = ''
    const settle = (): void => {
      const rows = [...box.children].filter((child) => child instanceof HTMLElement)
      if (sizesOf([box, ...rows]) === settled) return
      for (const row of rows) delete row.dataset['cut']
      const bottom = box.clientHeight + 1
      const first = rows.findIndex((row, n) => n > 0 && row.offsetTop + row.offsetHeight > bottom)
      if (first !== -1) for (const row of rows.slice(first)) row.dataset['cut'] = 'true'
      settled = sizesOf([box, ...rows])
    }
    settle()
    const observer = new ResizeObserver(settle)
    observer.observe(box)
    document.fonts.addEventListener('loadingdone', settle)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', settle)
    }
  }, [list, content])
}
