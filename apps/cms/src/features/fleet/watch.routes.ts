import { MailTest, WatchSettings, WatchView } from '@akari/protocol'
import type { Access } from '../../http/actor.ts'
import { ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { AlarmsService } from './alarms.service.ts'

const reads: Access = { who: 'staff', roles: ALL_ROLES }
const writes: Access = { who: 'staff', roles: ['admin'] }
const tag = 'fleet'

/** How displays are watched over, and who is told when one is missing. */
export function addWatchRoutes(api: Api, alarms: AlarmsService): void {
  api.add(
    {
      method: 'get',
      path: '/watch',
      tag,
      summary: '見守りの設定と今の知らせ / How displays are watched over, and present alarms',
      access: reads,
      response: WatchView,
    },
    () => alarms.view(),
  )
  api.add(
    {
      method: 'put',
      path: '/watch',
      tag,
      summary: '見守りの設定を変える / Change how displays are watched over',
      access: writes,
      body: WatchSettings,
      response: WatchView,
    },
    async ({ actor, body }) => {
      await alarms.change(actor, body)
      return alarms.view()
    },
  )
  api.add(
    {
      method: 'post',
      path: '/watch/mail',
      tag,
      summary: '試しのメールを送る / Send a test mail',
      access: writes,
      response: MailTest,
      status: 200,
    },
    ({ actor }) => alarms.testMail(actor),
  )
}
