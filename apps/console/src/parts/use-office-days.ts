import type { Daypart, OfficeCalendar } from '@akari/protocol'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useHolidays } from '../api/holidays.ts'
import { useDayparts, useStoredOfficeDays } from '../api/schedule.ts'

/** What rules refer to: 祝日 and 閉庁日, and times of day under a name; not ready while they are still being fetched. */
export type Days = { calendar: OfficeCalendar; dayparts: Daypart[] | undefined; isReady: boolean }

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
