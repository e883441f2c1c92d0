import { useTranslation } from 'react-i18next'

/** Whose account it was: `user:tanaka` → tanaka; the command line by its place. */
export function useAccountWords(): (actor: string) => string {
  const { t } = useTranslation()
  return (actor) => (actor.startsWith('user:') ? actor.slice('user:'.length) : t('audit.byServer'))
}
