import { useTranslation } from 'react-i18next'

/** Writes who it was: the CMS names people `user:sato`, itself `system`, its command line `local:cli`, and sources `source:x`. */
export function usePerson(): (by: string) => string {
  const { t } = useTranslation()
  return (by) => {
    if (by === 'local:cli') return t('person.atServer')
    if (by === 'system') return t('person.system')
    return by.startsWith('source:') ? t('person.source') : by.replace(/^(user|token):/, '')
  }
}
