import { LiveValue, LiveValues, ValueParam, ValueView } from '@akari/protocol'
import { z } from 'zod'
import { type Access, ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { ValuesService } from './values.service.ts'

const READ: Access = { who: 'staff', roles: ALL_ROLES, orToken: 'values:write' }
const WRITE: Access = { who: 'staff', roles: ['admin', 'approver', 'editor', 'disaster'], orToken: 'values:write' }
const tag = 'values'

/** Values of the outside world that conditions of the schedule ask for. */
export function addValueRoutes(api: Api, values: ValuesService): void {
  api.add(
    {
      method: 'get',
      path: '/values',
      tag,
      summary: '外の値の一覧(天気・気温など)/ Live values, with their age',
      access: READ,
      response: z.array(ValueView),
    },
    () => values.list(),
  )
  api.add(
    {
      method: 'put',
      path: '/values/:name',
      tag,
      summary: '外の値を知らせる / Tell a live value',
      access: WRITE,
      params: ValueParam,
      body: LiveValue,
      response: ValueView,
    },
    ({ actor, params, body }) => values.put(actor, params.name, body),
  )
  api.add(
    {
      method: 'delete',
      path: '/values/:name',
      tag,
      summary: '使わない値を削除する / Delete a live value',
      access: WRITE,
      params: ValueParam,
    },
    async ({ actor, params }) => {
      await values.remove(actor, params.name)
      return undefined
    },
  )
  api.add(
    {
      method: 'get',
      path: '/player/values',
      tag: 'player',
      summary: '端末が使う外の値 / Live values for a display',
      access: { who: 'player' },
      response: LiveValues,
    },
    () => values.state(),
  )
}
