import { useEffect } from 'react'
import type { KioskView } from './kiosk-context.ts'

/** A keyboard that is plugged in types as well. */
export function useTyping(typed: string, tell: KioskView['tell']): void {
  useEffect(() => {
    const typing = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
      if (event.key === 'Backspace') tell({ type: 'typed', text: [...typed].slice(0, -1).join('') })
      else if ([...event.key].length === 1 && !presses(event)) {
        // A space would scroll as well.
        event.preventDefault()
        tell({ type: 'letter', letter: event.key })
      }
    }
    window.addEventListener('keydown', typing)
    return () => window.removeEventListener('keydown', typing)
  })
}

/** The space bar presses a button that has the focus. */
function presses({ key, target }: KeyboardEvent): boolean {
  return key === ' ' && target instanceof Element && target.closest('button') !== null
}
