import { Id, IdParam, WayClosureInput, WayClosureView } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { ClosuresService } from './closures.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
/** Whoever composes, and whoever is on duty when something breaks. */
const CLOSE = { who: 'staff', roles: [...EDITORS, 'disaster'] } as const
const tag = 'venues'
const ClosureParams = IdParam.extend({ closureId: Id })

export function addClosureRoutes(api: Api, closures: ClosuresService): void {
  api.add(
    {
      method: 'get',
      path: '/venues/:id/closures',
      tag,
      summary: '通行止めの一覧 / What is closed, or will be',
      access: READ,
      params: IdParam,
      response: z.array(WayClosureView),
    },
    ({ params }) => closures.list(params.id),
  )
  api.add(
    {
      method: 'post',
      path: '/venues/:id/closures',
      tag,
      summary: '通行止めにする（すぐに端末へ届く） / Close a way; displays know at once',
      access: CLOSE,
      params: IdParam,
      body: WayClosureInput,
      response: WayClosureView,
      status: 201,
    },
    ({ params, body, actor }) => closures.add(params.id, body, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/venues/:id/closures/:closureId',
      tag,
      summary: '通行止めを直す（古い版は 409） / Change a closure (409 when the version is old)',
      access: CLOSE,
      params: ClosureParams,
      body: WayClosureInput,
      response: WayClosureView,
    },
    ({ params, body, actor }) => closures.change(params.id, params.closureId, body, actor),
  )
  api.add(
    {
      method: 'post',
      path: '/venues/:id/closures/:closureId/end',
      tag,
      summary: '通行止めを終える / Open a closed way again',
      access: CLOSE,
      params: ClosureParams,
      response: WayClosureView,
    },
    ({ params, actor }) => closures.end(params.id, params.closureId, actor),
  )
}
