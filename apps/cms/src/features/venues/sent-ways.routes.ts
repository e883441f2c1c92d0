import { Id, IdParam, TakeoverView, WaySending } from '@akari/protocol'
import { EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { SentWaysService } from './sent-ways.service.ts'

/** Whoever composes, and whoever is on duty; each for the displays that they answer for. */
const SEND = { who: 'staff', roles: [...EDITORS, 'disaster'] } as const
const tag = 'venues'
const WayParams = IdParam.extend({ wayId: Id })

export function addSentWayRoutes(api: Api, ways: SentWaysService): void {
  api.add(
    {
      method: 'post',
      path: '/venues/:id/ways',
      tag,
      summary: '道順を端末に映す（すぐに届き、時間が来れば消える） / Show a way on a display, at once and for a while',
      access: SEND,
      params: IdParam,
      body: WaySending,
      response: TakeoverView,
      status: 201,
    },
    ({ params, body, actor }) => ways.send(params.id, body, actor),
  )
  api.add(
    {
      method: 'post',
      path: '/venues/:id/ways/:wayId/end',
      tag,
      summary: '映した道順を取り消す / Take a way off a display again',
      access: SEND,
      params: WayParams,
      response: TakeoverView,
    },
    ({ params, actor }) => ways.takeBack(params.id, params.wayId, actor),
  )
}
