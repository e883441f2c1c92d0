import type { EntryTargets } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useDisplayName } from './display-name.ts'

/** Names the displays and groups of some targets. */
export function useTargetWords(): (targets: EntryTargets) => string {
  const { t } = useTranslation()
  const nameOf = useDisplayName()
  return ({ displayIds, groups, where }) => {
    const all = [...groups.map((group) => t('timing.words.group', { group })), ...displayIds.map(nameOf)]
    const conditional = where === undefined ? [] : [t('timing.byCondition')]
    return [...all, ...conditional].join(t('common.listSeparator'))
  }
}
