import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useHolidays } from '../../api/holidays.ts'
import { useDayparts, useStoredOfficeDays } from '../../api/schedule.ts'
import type { Days } from './calendar/use-occurrences.ts'

/** The days of the city hall and its dayparts for drawing and unrolling, holidays by their name in the language of the console. */
export function useOfficeDays(): Days {
  const language = useTranslation().i18n.language
  const holidays = useHolidays().data?.holidays
  const stored = useStoredOfficeDays().data
  const dayparts = useDayparts().data
  return useMemo(() => {
    const named = (holidays ?? []).map(({ date, name }) => ({ date, name: language === 'en' ? name.en : name.ja }))
    const { closedWeekdays = [], closedDates = [], openDates = [], yearEnd = null } = stored ?? {}
    return {
      calendar: { holidays: named, closedWeekdays, closedDates, openDates, yearEnd },
      dayparts: dayparts?.map(({ id, name, times, exceptions }) => ({ id, name, times, exceptions })),
    }
  }, [holidays, stored, dayparts, language])
}
