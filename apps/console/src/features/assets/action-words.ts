import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

const ACTIONS = ['create', 'change', 'delete', 'restore', 'move', 'tag', 'replace', 'revert'] as const

/** What was done to a media file, as the records say it. */
export function useActionWords(): (action: string) => string {
  const { t } = useTranslation()
  return (action) => {
    const known = ACTIONS.find((each) => action === `asset.${each}`)
    return known === undefined || !i18next.exists(`action.asset-${known}`) ? action : t(`action.asset-${known}`)
  }
}
