import { IdParam, LayoutInput, LayoutView } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { LayoutsService } from './layouts.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'layouts'

export function addLayoutRoutes(api: Api, layouts: LayoutsService): void {
  api.add(
    {
      method: 'get',
      path: '/layouts',
      tag,
      summary: '画面割りの一覧 / All layouts',
      access: READ,
      response: z.array(LayoutView),
    },
    () => layouts.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/layouts',
      tag,
      summary: '画面割りを作る / Create a layout',
      access: WRITE,
      body: LayoutInput,
      response: LayoutView,
      status: 201,
    },
    ({ body, actor }) => layouts.create(body, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/layouts/:id',
      tag,
      summary: '画面割りを直す（古い版は 409） / Replace a layout (409 when the version is old)',
      access: WRITE,
      params: IdParam,
      body: LayoutInput,
      response: LayoutView,
    },
    ({ params, body, actor }) => layouts.replace(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/layouts/:id',
      tag,
      summary: '使われていない画面割りを削除する / Delete an unused layout',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await layouts.remove(params.id, actor)
      return undefined
    },
  )
}
