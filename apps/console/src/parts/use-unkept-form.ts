import { useRef } from 'react'
import { type Leave, useLeave } from './use-leave.ts'

/**
 * Asks before somebody leaves a page with a form of which no draft is kept. `outcome` is for what saves it; `onSaved` closes the form.
 */
export function useUnkeptForm({
  isWritten,
  saving,
  onSaved,
}: {
  isWritten: boolean
  saving: boolean
  onSaved: () => void
}): { leave: Leave; outcome: { onSuccess: () => void; onError: () => void } } {
  // The page knows of it a moment later, and whoever waits is let go now.
  const isSaved = useRef(false)
  const leave = useLeave({ isUnsaved: () => isWritten && !isSaved.current, saving })
  const onSuccess = (): void => {
    isSaved.current = true
    leave.saved(null)
    onSaved()
  }
  return { leave, outcome: { onSuccess, onError: leave.refused } }
}
