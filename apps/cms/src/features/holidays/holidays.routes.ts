import { HolidayCalendar } from '@akari/protocol'
import { ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { HolidaysService } from './holidays.service.ts'

export function addHolidayRoutes(api: Api, holidays: HolidaysService): void {
  api.add(
    {
      method: 'get',
      path: '/holidays',
      tag: 'schedule',
      summary: '今年と来年の祝日 / National holidays of this year and the next',
      access: { who: 'staff', roles: ALL_ROLES },
      response: HolidayCalendar,
    },
    () => holidays.calendar(),
  )
}
