import { OfficeDaysInput, OfficeDaysView } from '@akari/protocol'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { OfficeDaysService } from './office-days.service.ts'

const tag = 'schedule'

export function addOfficeDaysRoutes(api: Api, days: OfficeDaysService): void {
  api.add(
    {
      method: 'get',
      path: '/office-days',
      tag,
      summary: '開庁日・閉庁日 / The days on which the city hall is closed or open',
      access: { who: 'staff', roles: ALL_ROLES },
      response: OfficeDaysView,
    },
    () => days.current(),
  )
  api.add(
    {
      method: 'put',
      path: '/office-days',
      tag,
      summary: '開庁日・閉庁日を直す（古い版は 409） / Change them (409 when the version is old)',
      access: { who: 'staff', roles: EDITORS },
      body: OfficeDaysInput,
      response: OfficeDaysView,
    },
    ({ body, actor }) => days.replace(body, actor),
  )
}
