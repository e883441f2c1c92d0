import type { ConsoleTopic, HolidayCalendar } from '@akari/protocol'
import holidayJp from '@holiday-jp/holiday_jp'
import type { HolidaysStore } from './holidays.store.ts'

export type HolidaysService = ReturnType<typeof holidaysService>

/** Keeps the calendar of this year and the next; a job calls `refresh` every night. */
export function holidaysService(deps: {
  store: HolidaysStore
  now: () => Date
  timeZone: string
  announce: (topic: ConsoleTopic) => void
}) {
  const { store, now, timeZone, announce } = deps
  const thisYear = () => Number(new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(now()))
  return {
    refresh: async (): Promise<void> => {
      const fresh = holidaysOf([thisYear(), thisYear() + 1])
      if (JSON.stringify(await store.read()) === JSON.stringify(fresh)) return
      await store.write(fresh)
      announce('schedule')
    },
    calendar: async (): Promise<HolidayCalendar> => (await store.read()) ?? holidaysOf([thisYear(), thisYear() + 1]),
  }
}

/** National holidays of whole years, by date (source: holiday-jp, after the Cabinet Office's list). */
export function holidaysOf(years: readonly number[]): HolidayCalendar {
  const holidays = Object.values(holidayJp.holidays)
    .filter(({ date }) => years.includes(Number(date.slice(0, 4))))
    .map(({ date, name, name_en }) => ({ date, name: { ja: name, en: name_en } }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return { years: [...years], holidays }
}
