import { IdParam, PosterInput, PosterView } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { PostersService } from './posters.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'posters'

export function addPosterRoutes(api: Api, posters: PostersService): void {
  api.add(
    {
      method: 'get',
      path: '/posters',
      tag,
      summary: 'ポスターの一覧 / All posters',
      access: READ,
      response: z.array(PosterView),
    },
    () => posters.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/posters',
      tag,
      summary: 'ポスターを作る / Create a poster',
      access: WRITE,
      body: PosterInput,
      response: PosterView,
      status: 201,
    },
    ({ body, actor }) => posters.create(body, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/posters/:id',
      tag,
      summary: 'ポスターを直す（古い版は 409） / Replace a poster (409 when the version is old)',
      access: WRITE,
      params: IdParam,
      body: PosterInput,
      response: PosterView,
    },
    ({ params, body, actor }) => posters.replace(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/posters/:id',
      tag,
      summary: '使われていないポスターを削除する / Delete an unused poster',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await posters.remove(params.id, actor)
      return undefined
    },
  )
}
