import { CarriedFile, CarryAlerts } from '@akari/protocol'
import type { Api } from '../../http/api.ts'
import type { CarryService } from './carry.service.ts'

export function addCarryRoutes(api: Api, { carry }: CarryService): void {
  api.add(
    {
      method: 'post',
      path: '/alerts/carry',
      tag: 'alerts',
      summary: 'USBメモリで運ぶファイルを作る / Make the file that a stick carries to displays',
      access: { who: 'staff', roles: ['admin', 'disaster'] },
      body: CarryAlerts,
      response: CarriedFile,
    },
    ({ actor, body }) => carry(actor, body.channel),
  )
}
