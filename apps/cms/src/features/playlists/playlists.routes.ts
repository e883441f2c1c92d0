import { IdParam, PlaylistInput, PlaylistView } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { PlaylistsService } from './playlists.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'playlists'

export function addPlaylistRoutes(api: Api, playlists: PlaylistsService): void {
  api.add(
    {
      method: 'get',
      path: '/playlists',
      tag,
      summary: 'プレイリストの一覧 / All playlists',
      access: READ,
      response: z.array(PlaylistView),
    },
    () => playlists.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/playlists',
      tag,
      summary: 'プレイリストを作る / Create a playlist',
      access: WRITE,
      body: PlaylistInput,
      response: PlaylistView,
      status: 201,
    },
    ({ body, actor }) => playlists.create(body, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/playlists/:id',
      tag,
      summary: 'プレイリストを直す（古い版は 409） / Replace a playlist (409 when the version is old)',
      access: WRITE,
      params: IdParam,
      body: PlaylistInput,
      response: PlaylistView,
    },
    ({ params, body, actor }) => playlists.replace(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/playlists/:id',
      tag,
      summary: '使われていないプレイリストを削除する / Delete an unused playlist',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await playlists.remove(params.id, actor)
      return undefined
    },
  )
}
