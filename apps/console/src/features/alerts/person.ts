import { useTranslation } from 'react-i18next'

/** Writes who it was: the CMS names people `user:sato` and its own command line `local:cli`. */
export function usePerson(): (by: string) => string {
  const { t } = useTranslation()
  return (by) => (by === 'local:cli' ? t('person.atServer') : by.replace(/^user:/, ''))
}
