import type { HoursOf } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useDisplayName } from '../../parts/display-name.ts'

/** Names whose hours these are. */
export function useOfWords(): (of: HoursOf) => string {
  const { t } = useTranslation()
  const nameOf = useDisplayName()
  return (of) => (of.kind === 'group' ? t('timing.words.group', { group: of.group }) : nameOf(of.displayId))
}
