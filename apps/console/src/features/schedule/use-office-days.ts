import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useHolidays } from '../../api/holidays.ts'
import { useDayparts, useStoredOfficeDays } from '../../api/schedule.ts'
import type { Days } from './calendar/use-occurrences.ts'

/** The days of the city hall and its dayparts for drawing and unrolling, holidays by their name in the language of the console. */
export function useOfficeDays(): Days {
  const language = useTranslation().i18n.language
  const holidays = useHolidays()
  const stored = useStoredOfficeDays()
  const dayparts = useDayparts()
  const isReady = [holidays, stored, dayparts].every(({ isPending }) => !isPending)
  return useMemo(() => {
    const named = (holidays.data?.holidays ?? []).map(({ date, name }) => ({
      date,
      name: language === 'en' ? name.en : name.ja,
    }))
    const { closedWeekdays = [], closedDates = [], openDates = [], yearEnd = null } = stored.data ?? {}
    return {
      calendar: { holidays: named, closedWeekdays, closedDates, openDates, yearEnd },
      dayparts: dayparts.data?.map(({ id, name, times, exceptions }) => ({ id, name, times, exceptions })),
      isReady,
    }
  }, [holidays.data, stored.data, dayparts.data, language, isReady])
}
