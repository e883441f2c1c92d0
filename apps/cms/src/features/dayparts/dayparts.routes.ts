import { DaypartInput, DaypartView, IdParam } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { DaypartsService } from './dayparts.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'schedule'

export function addDaypartRoutes(api: Api, dayparts: DaypartsService): void {
  api.add(
    {
      method: 'get',
      path: '/dayparts',
      tag,
      summary: '時間帯の一覧 / All dayparts',
      access: READ,
      response: z.array(DaypartView),
    },
    () => dayparts.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/dayparts',
      tag,
      summary: '時間帯を加える / Add a daypart',
      access: WRITE,
      body: DaypartInput,
      response: DaypartView,
      status: 201,
    },
    ({ body, actor }) => dayparts.create(body, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/dayparts/:id',
      tag,
      summary: '時間帯を直す（古い版は 409） / Replace a daypart (409 when the version is old)',
      access: WRITE,
      params: IdParam,
      body: DaypartInput,
      response: DaypartView,
    },
    ({ params, body, actor }) => dayparts.replace(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/dayparts/:id',
      tag,
      summary: '使われていない時間帯を削除する / Delete an unused daypart',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await dayparts.remove(params.id, actor)
      return undefined
    },
  )
}
