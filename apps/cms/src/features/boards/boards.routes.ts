import { BoardHead, BoardInput, BoardView, IdParam } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { BoardsService } from './boards.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'boards'

export function addBoardRoutes(api: Api, boards: BoardsService): void {
  api.add(
    {
      method: 'get',
      path: '/boards',
      tag,
      summary: '掲示板の一覧 / All boards',
      access: READ,
      response: z.array(BoardHead),
    },
    () => boards.list(),
  )
  api.add(
    {
      method: 'get',
      path: '/boards/:id',
      tag,
      summary: '掲示板の設定 / A board',
      access: READ,
      params: IdParam,
      response: BoardView,
    },
    ({ params }) => boards.find(params.id),
  )
  api.add(
    {
      method: 'post',
      path: '/boards',
      tag,
      summary: '掲示板を作る / Create a board',
      access: WRITE,
      body: BoardInput,
      response: BoardView,
      status: 201,
    },
    ({ body, actor }) => boards.create(body, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/boards/:id',
      tag,
      summary: '掲示板を直す（古い版は 409） / Replace a board (409 when the version is old)',
      access: WRITE,
      params: IdParam,
      body: BoardInput,
      response: BoardView,
    },
    ({ params, body, actor }) => boards.replace(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/boards/:id',
      tag,
      summary: '使われていない掲示板を削除する / Delete an unused board',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await boards.remove(params.id, actor)
      return undefined
    },
  )
}
