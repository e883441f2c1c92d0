import { useTranslation } from 'react-i18next'

/** Who saved a version: `user:tanaka` → tanaka. */
export function useWho(): (by: string) => string {
  const { t } = useTranslation()
  return (by) => {
    const [kind = '', ...rest] = by.split(':')
    const name = rest.join(':')
    switch (kind) {
      case 'user':
        return name
      case 'token':
        return t('audit.byToken', { name })
      case 'local':
        return t('audit.byServer')
      case 'Akari':
        return t('policy.bySystem')
      default:
        return by
    }
  }
}
