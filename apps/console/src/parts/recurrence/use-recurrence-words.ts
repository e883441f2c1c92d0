import type { ScheduleRule } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import en from '../../locales/en/recurrence.json' with { type: 'json' }
import ja from '../../locales/ja/recurrence.json' with { type: 'json' }
import { TIME_ZONE, toLocal } from '../local-time.ts'
import { useNow } from '../use-now.ts'
import { useOfficeDays } from '../use-office-days.ts'
import type { Vocabulary } from './vocabulary.ts'
import { type Knowing, wordsOfRule } from './words.ts'

const HOUR_MS = 3_600_000

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

/** Says in words when something is due. */
export function useRecurrenceWords(): (rule: ScheduleRule) => string {
  const { own } = useVocabularies()
  const knowing = useKnowing()
  return (rule) => wordsOfRule(rule, own, knowing)
}
