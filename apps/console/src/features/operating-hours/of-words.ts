import type { HoursOf } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useDisplays } from '../../api/displays.ts'

/** Names whose hours these are. */
export function useOfWords(): (of: HoursOf) => string {
  const { t } = useTranslation()
  const displays = useDisplays().data ?? []
  return (of) =>
    of.kind === 'group'
      ? t('timing.words.group', { group: of.group })
      : (displays.find(({ id }) => id === of.displayId)?.profile.name ?? t('timing.hours.goneDisplay'))
}
