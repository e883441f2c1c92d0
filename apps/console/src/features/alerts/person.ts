import { useTranslation } from 'react-i18next'
import { useStaffName } from '../../parts/staff-name.ts'

/** Writes who it was: the CMS names people `user:sato`, itself `system`, its command line `local:cli`, and sources `source:x`. */
export function usePerson(): (by: string) => string {
  const { t } = useTranslation()
  const staffName = useStaffName()
  return (by) => {
    if (by === 'local:cli') return t('person.atServer')
    if (by === 'system') return t('person.system')
    if (by.startsWith('source:')) return t('person.source')
    return by.startsWith('user:') ? staffName(by.slice('user:'.length)) : by.replace(/^token:/, '')
  }
}
