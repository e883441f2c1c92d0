import { AssetFolder, AssetFolderInput, IdParam } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { FoldersService } from './folders.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'assets'

export function addFolderRoutes(api: Api, folders: FoldersService): void {
  api.add(
    {
      method: 'get',
      path: '/asset-folders',
      tag,
      summary: '素材のフォルダー / Folders of the library',
      access: READ,
      response: z.array(AssetFolder),
    },
    () => folders.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/asset-folders',
      tag,
      summary: 'フォルダーを作る / Make a folder',
      access: WRITE,
      body: AssetFolderInput,
      response: AssetFolder,
      status: 201,
    },
    ({ body, actor }) => folders.create(body, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/asset-folders/:id',
      tag,
      summary: 'フォルダーの名前と場所を変える / Rename or move a folder',
      access: WRITE,
      params: IdParam,
      body: AssetFolderInput,
      response: AssetFolder,
    },
    ({ params, body, actor }) => folders.replace(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/asset-folders/:id',
      tag,
      summary: 'フォルダーを消す（中の素材は一つ上へ） / Delete a folder; what is in it moves up',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await folders.remove(params.id, actor)
      return undefined
    },
  )
}
