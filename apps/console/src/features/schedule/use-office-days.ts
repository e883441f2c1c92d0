import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useHolidays } from '../../api/holidays.ts'
import type { Days } from './calendar/use-occurrences.ts'

/** The days of the city hall for drawing and unrolling, holidays by their name in the language of the console. */
export function useOfficeDays(): Days {
  const language = useTranslation().i18n.language
  const holidays = useHolidays().data?.holidays
  return useMemo(() => {
    const named = (holidays ?? []).map(({ date, name }) => ({ date, name: language === 'en' ? name.en : name.ja }))
    const calendar = { holidays: named, closedWeekdays: [], closedDates: [], openDates: [], yearEnd: null }
    return { calendar, dayparts: undefined }
  }, [holidays, language])
}
