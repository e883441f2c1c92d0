import {
  DisplayEvidence,
  DisplayWishes,
  GlassPicture,
  IdParam,
  OrderOutcome,
  OrderRequest,
  OrdersQuery,
  OrderView,
  PlayerLog,
} from '@akari/protocol'
import { z } from 'zod'
import { type Access, ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { AppError } from '../../http/app-error.ts'
import { playerOf } from '../../http/player-of.ts'
import type { OrdersService } from './orders.service.ts'

const reads: Access = { who: 'staff', roles: ALL_ROLES }
const writes: Access = { who: 'staff', roles: EDITORS }
const player: Access = { who: 'player' }
const tag = 'fleet'

/** Orders to displays, for staff and for the displays themselves; other systems may not give any. */
export function addOrderRoutes(api: Api, orders: OrdersService): void {
  api.add(
    {
      method: 'post',
      path: '/orders',
      tag,
      summary: '端末に頼む（再読込・再起動など） / Ask something of displays',
      access: writes,
      body: OrderRequest,
      response: z.array(OrderView),
      status: 201,
    },
    ({ actor, body }) => orders.ask(actor, body),
  )
  api.add(
    {
      method: 'get',
      path: '/orders',
      tag,
      summary: 'この15分に端末に頼んだこと / What was asked of displays within the last quarter of an hour',
      access: reads,
      query: OrdersQuery,
      response: z.array(OrderView),
    },
    ({ query }) => orders.recent(query.since),
  )
  api.add(
    {
      method: 'get',
      path: '/displays/:id/orders',
      tag,
      summary: '端末に頼んだこと / What was asked of a display',
      access: reads,
      params: IdParam,
      response: z.array(OrderView),
    },
    ({ params }) => orders.ofDisplay(params.id),
  )
  api.add(
    {
      method: 'get',
      path: '/displays/:id/evidence',
      tag,
      summary: '端末から届いた画面と記録 / Picture and log that a display handed in',
      access: reads,
      params: IdParam,
      response: DisplayEvidence,
    },
    ({ params }) => orders.evidence(params.id),
  )
  api.add(
    {
      method: 'get',
      path: '/displays/:id/picture',
      tag,
      summary: '端末の画面（JPEG） / Picture of the glass (JPEG)',
      access: reads,
      params: IdParam,
      status: 200,
    },
    async ({ params, res }) => {
      const jpeg = await orders.picture(params.id)
      if (jpeg === null) throw new AppError('not-found')
      res.type('image/jpeg').set('Cache-Control', 'private, no-store').send(jpeg)
      return undefined
    },
  )
  addPlayerSide(api, orders)
}

function addPlayerSide(api: Api, orders: OrdersService): void {
  api.add(
    {
      method: 'get',
      path: '/player/wishes',
      tag: 'player',
      summary: '端末に頼まれていること / What is asked of the calling display',
      access: player,
      response: DisplayWishes,
    },
    ({ actor }) => orders.wishes(playerOf(actor).displayId),
  )
  api.add(
    {
      method: 'post',
      path: '/player/orders/:id/outcome',
      tag: 'player',
      summary: '頼まれたことの結果 / What became of an order',
      access: player,
      params: IdParam,
      body: OrderOutcome,
    },
    async ({ actor, params, body }) => {
      await orders.answered(actor, playerOf(actor).displayId, params.id, body)
      return undefined
    },
  )
  api.add(
    {
      method: 'post',
      path: '/player/picture',
      tag: 'player',
      summary: '画面の写し / A picture of the glass',
      access: player,
      body: GlassPicture,
    },
    async ({ actor, body }) => {
      await orders.keepPicture(playerOf(actor).displayId, body)
      return undefined
    },
  )
  api.add(
    {
      method: 'post',
      path: '/player/log',
      tag: 'player',
      summary: '端末の記録 / The player’s log',
      access: player,
      body: PlayerLog,
    },
    async ({ actor, body }) => {
      await orders.keepLog(playerOf(actor).displayId, body)
      return undefined
    },
  )
}
