import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ja } from '../../locales/ja.ts'

type Known = keyof (typeof ja)['action']

function isKnown(action: string): action is Known {
  return i18next.exists(`action.${action}`)
}

/** What was done, in words; the name of the action itself where there are none. */
export function useActionWords(): (action: string) => string {
  const { t } = useTranslation()
  return (action) => {
    const key = action.replaceAll('.', '-')
    return isKnown(key) ? t(`action.${key}`) : action
  }
}
