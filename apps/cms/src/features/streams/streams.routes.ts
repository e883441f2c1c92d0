import { IdParam, ListedStream, StreamInput, StreamView } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { StreamsService } from './streams.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'streams'

export function addStreamRoutes(api: Api, streams: StreamsService): void {
  api.add(
    {
      method: 'get',
      path: '/streams',
      tag,
      summary: '中継の一覧と、使っているもの / All live streams, and what shows them',
      access: READ,
      response: z.array(ListedStream),
    },
    () => streams.listWithUses(),
  )
  api.add(
    {
      method: 'post',
      path: '/streams',
      tag,
      summary: '中継を登録する / Add a live stream',
      access: WRITE,
      body: StreamInput,
      response: StreamView,
      status: 201,
    },
    ({ body, actor }) => streams.create(body, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/streams/:id',
      tag,
      summary: '中継を直す / Change a live stream',
      access: WRITE,
      params: IdParam,
      body: StreamInput,
      response: StreamView,
    },
    ({ params, body, actor }) => streams.replace(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/streams/:id',
      tag,
      summary: '使われていない中継を削除する / Delete an unused live stream',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await streams.remove(params.id, actor)
      return undefined
    },
  )
}
