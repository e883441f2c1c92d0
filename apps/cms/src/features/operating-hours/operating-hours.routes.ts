import { HoursInput, HoursView, IdParam } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { HoursService } from './operating-hours.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'schedule'

export function addHoursRoutes(api: Api, hours: HoursService): void {
  api.add(
    {
      method: 'get',
      path: '/operating-hours',
      tag,
      summary: '運用時間の一覧 / All operating hours',
      access: READ,
      response: z.array(HoursView),
    },
    () => hours.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/operating-hours',
      tag,
      summary: '端末かグループの運用時間を決める / Set the operating hours of a display or a group',
      access: WRITE,
      body: HoursInput,
      response: HoursView,
      status: 201,
    },
    ({ body, actor }) => hours.create(body, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/operating-hours/:id',
      tag,
      summary: '運用時間を直す（古い版は 409） / Replace operating hours (409 when the version is old)',
      access: WRITE,
      params: IdParam,
      body: HoursInput,
      response: HoursView,
    },
    ({ params, body, actor }) => hours.replace(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/operating-hours/:id',
      tag,
      summary: '運用時間をやめる（いつも点ける） / Remove operating hours (always on)',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await hours.remove(params.id, actor)
      return undefined
    },
  )
}
