import { type Dispatch, type SetStateAction, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from './ask.tsx'

type DrawerDraft<D> = {
  /** What the form began with, or what was taken over since. */
  base: D
  draft: D
  /** Something would be lost. */
  isWritten: boolean
  setDraft: Dispatch<SetStateAction<D>>
  /** Gives up what was written for what somebody else saved. */
  takeOver: (theirs: D) => void
  close: () => void
}

/**
 * What a drawer with a form holds, and how it is closed: at once where nothing was written, after a question where something
 * would be lost, and not at all while it is being saved, for the answer closes it.
 */
export function useDrawerDraft<D>({
  begin,
  saving,
  onClose,
}: {
  begin: () => D
  saving: boolean
  onClose: () => void
}): DrawerDraft<D> {
  const { t } = useTranslation()
  const [base, setBase] = useState(begin)
  const [draft, setDraft] = useState(base)
  const isWritten = JSON.stringify(draft) !== JSON.stringify(base)
  return {
    base,
    draft,
    isWritten,
    setDraft,
    takeOver: (theirs) => {
      setBase(theirs)
      setDraft(theirs)
    },
    close: () => {
      if (saving) return
      if (!isWritten) return onClose()
      ask({
        title: t('leave.title'),
        text: t('leave.closeText'),
        yes: t('leave.discard'),
        no: t('leave.stay'),
        onYes: onClose,
      })
    },
  }
}
