import { useTranslation } from 'react-i18next'
import { useStaffName } from './staff-name.ts'

/** Who did it: `user:tanaka` → 田中. */
export function useActorWords(): (actor: string) => string {
  const { t } = useTranslation()
  const staffName = useStaffName()
  return (actor) => {
    const [kind = '', ...rest] = actor.split(':')
    const name = rest.join(':')
    switch (kind) {
      case 'user':
        return staffName(name)
      case 'token':
        return t('audit.byToken', { name })
      case 'display':
        return t('audit.byDisplay', { name })
      case 'anonymous':
        return t('audit.byNobody')
      case 'local':
        return t('audit.byServer')
      case 'source':
        if (name === 'sitting-time') return t('sittings.byTime')
        if (name === 'sitting-stream') return t('sittings.byStream')
        if (name === 'watch') return t('fleet.byWatch')
        return name === 'schedule' ? t('publications.clock') : actor
      case 'Akari':
        return t('policy.bySystem')
      default:
        return actor
    }
  }
}
