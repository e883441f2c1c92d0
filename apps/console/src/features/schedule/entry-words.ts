import type { EntryCondition, EntryRole, EntryTargets, ScheduleRule } from '@akari/protocol'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaylists } from '../../api/content.ts'
import { useDisplayName } from '../../parts/display-name.ts'
import { TIME_ZONE, toLocal } from '../../parts/local-time.ts'
import { useNow } from '../../parts/use-now.ts'
import en from '../../locales/en/recurrence.json' with { type: 'json' }
import ja from '../../locales/ja/recurrence.json' with { type: 'json' }
import { partsOfCondition } from './entry/condition-text.ts'
import type { Vocabulary } from './recurrence/vocabulary.ts'
import { type Knowing, wordsOfRule } from './recurrence/words.ts'
import { useOfficeDays } from './use-office-days.ts'
import { whereInWords } from './where-words.ts'

const SHADES = 6
const HOUR_MS = 3_600_000

/** The same playlist has the same colour everywhere in the calendar; the first six have one of their own. */
export function useShade(): (playlistId: string) => number {
  const playlists = usePlaylists().data
  const places = useMemo(() => new Map(playlists?.map(({ id }, place) => [id, place])), [playlists])
  return useCallback((playlistId) => (places.get(playlistId) ?? 0) % SHADES, [places])
}

/** How the console says and reads repetitions: in its own language, and in the other one. */
export function useVocabularies(): { own: Vocabulary; other: Vocabulary } {
  const english: Vocabulary = en.recurrence
  const isEnglish = useTranslation().i18n.language === 'en'
  return isEnglish ? { own: english, other: ja.recurrence } : { own: ja.recurrence, other: english }
}

/** What sentences about rules have to know. */
export function useKnowing(): Knowing {
  const { dayparts } = useOfficeDays()
  const today = toLocal(useNow(HOUR_MS), TIME_ZONE).slice(0, 10)
  return { today, daypart: (id) => dayparts?.find((each) => each.id === id)?.name }
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
  const { own } = useVocabularies()
  const knowing = useKnowing()
  return {
    rule: (rule) => wordsOfRule(rule, own, knowing),
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
