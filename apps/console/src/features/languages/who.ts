import { useTranslation } from 'react-i18next'
import { useStaffName } from '../../parts/staff-name.ts'

/** Whose account it was: `user:tanaka` → 田中; the command line by its place. */
export function useAccountWords(): (actor: string) => string {
  const { t } = useTranslation()
  const staffName = useStaffName()
  return (actor) => (actor.startsWith('user:') ? staffName(actor.slice('user:'.length)) : t('audit.byServer'))
}
