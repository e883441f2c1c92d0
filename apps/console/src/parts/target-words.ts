import type { EntryTargets } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useDisplays } from '../api/displays.ts'

/** Names the displays and groups of some targets. */
export function useTargetWords(): (targets: EntryTargets) => string {
  const { t } = useTranslation()
  const displays = useDisplays().data ?? []
  return ({ displayIds, groups, where }) => {
    const names = displayIds.map(
      (id) => displays.find((display) => display.id === id)?.profile.name ?? t('timing.hours.goneDisplay'),
    )
    const all = [...groups.map((group) => t('timing.words.group', { group })), ...names]
    const conditional = where === undefined ? [] : [t('timing.byCondition')]
    return [...all, ...conditional].join(t('common.listSeparator'))
  }
}
