import type { Id } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useDisplays } from '../api/displays.ts'

/** Names displays by their id, also one that is gone. */
export function useDisplayName(): (id: Id) => string {
  const { t } = useTranslation()
  const displays = useDisplays().data
  return (id) => {
    // Which of them are gone is not known yet.
    if (displays === undefined) return '…'
    return displays.find((display) => display.id === id)?.profile.name ?? t('common.goneDisplay')
  }
}
