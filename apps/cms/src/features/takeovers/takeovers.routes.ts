import { IdParam, TakeoverInput, TakeoverPatch, TakeoverView } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { TakeoversService } from './takeovers.service.ts'

/** Nobody looks it over before it is on the glass: not for those whose work is looked over. */
const MAY_TAKE_OVER = { who: 'staff', roles: ['approver', 'disaster', 'admin'] } as const
const tag = 'schedule'

export function addTakeoverRoutes(api: Api, takeovers: TakeoversService): void {
  api.add(
    {
      method: 'get',
      path: '/takeovers',
      tag,
      summary: '割込みの一覧（いまのものと最近のもの） / Takeovers that are on or planned, and recent ones',
      access: { who: 'staff', roles: ALL_ROLES },
      response: z.array(TakeoverView),
    },
    () => takeovers.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/takeovers',
      tag,
      summary: '割り込ませる（すぐに公開される） / Start a takeover; it is published at once',
      access: MAY_TAKE_OVER,
      body: TakeoverInput,
      response: TakeoverView,
      status: 201,
    },
    ({ body, actor }) => takeovers.start(body, actor),
  )
  api.add(
    {
      method: 'patch',
      path: '/takeovers/:id',
      tag,
      summary: '割込みの終わりを変える（古い版は 409） / Move the end of a takeover (409 when the version is old)',
      access: MAY_TAKE_OVER,
      params: IdParam,
      body: TakeoverPatch,
      response: TakeoverView,
    },
    ({ params, body, actor }) => takeovers.change(params.id, body, actor),
  )
  api.add(
    {
      method: 'post',
      path: '/takeovers/:id/end',
      tag,
      summary: '割込みをすぐに終える / End a takeover at once',
      access: MAY_TAKE_OVER,
      params: IdParam,
      response: TakeoverView,
    },
    ({ params, actor }) => takeovers.end(params.id, actor),
  )
}
