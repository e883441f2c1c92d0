import { DisplayPatch, DisplayView, IdParam, MaintenanceInput, NewDisplay } from '@akari/protocol'
import { z } from 'zod'
import { type Access, ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { DisplaysService } from './displays.service.ts'

const reads: Access = { who: 'staff', roles: ALL_ROLES }
const writes: Access = { who: 'staff', roles: EDITORS }

export function addDisplayRoutes(api: Api, displays: DisplaysService): void {
  const tag = 'displays'
  api.add(
    {
      method: 'get',
      path: '/displays',
      tag,
      summary: '端末の一覧と今の様子 / Displays and how they are',
      access: reads,
      response: z.array(DisplayView),
    },
    () => displays.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/displays',
      tag,
      summary: '端末を追加 / Add a display',
      access: writes,
      body: NewDisplay,
      response: DisplayView,
      status: 201,
    },
    ({ actor, body }) => displays.add(actor, body),
  )
  api.add(
    {
      method: 'patch',
      path: '/displays/:id',
      tag,
      summary: '端末の設定を変更 / Change a display',
      access: writes,
      params: IdParam,
      body: DisplayPatch,
      response: DisplayView,
    },
    ({ actor, params, body }) => displays.change(actor, params.id, body),
  )
  api.add(
    {
      method: 'delete',
      path: '/displays/:id',
      tag,
      summary: '端末を削除 / Remove a display',
      access: writes,
      params: IdParam,
    },
    async ({ actor, params }) => {
      await displays.remove(actor, params.id)
      return undefined
    },
  )
  api.add(
    {
      method: 'post',
      path: '/displays/:id/unpair',
      tag,
      summary: '端末の登録を解除 / Unpair',
      access: writes,
      params: IdParam,
      response: DisplayView,
    },
    ({ actor, params }) => displays.unpair(actor, params.id),
  )
  api.add(
    {
      method: 'put',
      path: '/displays/:id/maintenance',
      tag,
      summary: '保守中にする（知らせを止める） / Somebody works on it: nobody is alarmed',
      access: writes,
      params: IdParam,
      body: MaintenanceInput,
      response: DisplayView,
    },
    ({ actor, params, body }) => displays.maintain(actor, params.id, body),
  )
  api.add(
    {
      method: 'delete',
      path: '/displays/:id/maintenance',
      tag,
      summary: '保守を終える / The work on it is over',
      access: writes,
      params: IdParam,
      response: DisplayView,
    },
    ({ actor, params }) => displays.maintain(actor, params.id, null),
  )
}
