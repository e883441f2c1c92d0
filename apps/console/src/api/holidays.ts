import { HolidayCalendar } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { get } from './client.ts'
import { keys } from './keys.ts'

const SIX_HOURS_MS = 6 * 60 * 60_000

/** National holidays of this year and the next. */
export function useHolidays() {
  return useQuery({
    queryKey: keys.holidays,
    queryFn: ({ signal }) => get(HolidayCalendar, '/api/holidays', signal),
    staleTime: SIX_HOURS_MS,
  })
}
