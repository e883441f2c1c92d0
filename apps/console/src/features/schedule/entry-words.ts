import type { EntryCondition, EntryRole, EntryTargets, ScheduleRule } from '@akari/protocol'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaylists } from '../../api/content.ts'
import { useDisplayName } from '../../parts/display-name.ts'
import { useRecurrenceWords } from '../../parts/recurrence/use-recurrence-words.ts'
import { partsOfCondition } from './entry/condition-text.ts'
import { whereInWords } from './where-words.ts'

const SHADES = 6

/** The same playlist has the same colour everywhere in the calendar; the first six have one of their own. */
export function useShade(): (playlistId: string) => number {
  const playlists = usePlaylists().data
  const places = useMemo(() => new Map(playlists?.map(({ id }, place) => [id, place])), [playlists])
  return useCallback((playlistId) => (places.get(playlistId) ?? 0) % SHADES, [places])
}

type EntryWords = {
  rule: (rule: ScheduleRule) => string
  targets: (targets: EntryTargets) => string
  role: (role: EntryRole) => string
  condition: (condition: EntryCondition) => string
}

/** Says in words when an entry is due, for which displays, and how it takes part. */
export function useEntryWords(): EntryWords {
  const { t } = useTranslation()
  const nameOf = useDisplayName()
  const rule = useRecurrenceWords()
  return {
    rule,
    targets: ({ displayIds, groups, where }) => {
      const all = [
        ...groups.map((group) => t('schedule.group', { group })),
        ...displayIds.map(nameOf),
        ...(where === undefined ? [] : [whereInWords(where, t, nameOf)]),
      ]
      return all.length === 0 ? t('schedule.nowhere') : all.join(t('common.listSeparator'))
    },
    role: (role) => {
      const name = t(`entry.roles.${role.kind}`)
      if (role.kind !== 'interrupt') return name
      const { share } = role
      return 'percent' in share
        ? t('entry.sharePercent', { name, percent: share.percent })
        : t('entry.shareSeconds', { name, seconds: share.secondsPerHour })
    },
    condition: (condition) => {
      const { test, text } = partsOfCondition(condition)
      return t(`entry.conditionSays.${test}`, { value: condition.value, text })
    },
  }
}
