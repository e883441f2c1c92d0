import { useTranslation } from 'react-i18next'
import { ask } from './ask.tsx'

/**
 * How a drawer with a form is closed: at once where nothing was written, after a question where something would be lost, and
 * not at all while it is being saved, for the answer closes it.
 */
export function useAskedClose({
  unsaved,
  saving,
  onClose,
}: {
  unsaved: boolean
  saving: boolean
  onClose: () => void
}): () => void {
  const { t } = useTranslation()
  return () => {
    if (saving) return
    if (!unsaved) return onClose()
    ask({
      title: t('leave.title'),
      text: t('leave.closeText'),
      yes: t('leave.discard'),
      no: t('leave.stay'),
      onYes: onClose,
    })
  }
}
