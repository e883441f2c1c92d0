import { AssetPatch, AssetView, type FileRef, type Id, IdParam, Sha256 } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { AppError } from '../../http/app-error.ts'
import type { AssetsService } from './assets.service.ts'
import type { MediaGate } from './media-gate.ts'
import { sendMedia } from './send-media.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const FileParam = z.object({ sha256: Sha256 })
const tag = 'assets'

type ForPlayers = {
  /** Finds a file that the published programme of a display names: players get nothing else. */
  publishedFile: (displayId: Id, sha256: Sha256) => Promise<FileRef | null>
  gate: MediaGate
}

export function addAssetRoutes(api: Api, assets: AssetsService, forPlayers: ForPlayers): void {
  api.add(
    {
      method: 'get',
      path: '/assets',
      tag,
      summary: '素材の一覧 / All assets, newest first',
      access: READ,
      response: z.array(AssetView),
    },
    () => assets.list(),
  )
  api.add(
    {
      method: 'patch',
      path: '/assets/:id',
      tag,
      summary: '題名と言語版を直す / Change the title, or what it is a language version of',
      access: WRITE,
      params: IdParam,
      body: AssetPatch,
      response: AssetView,
    },
    ({ params, body, actor }) => assets.patch(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/assets/:id',
      tag,
      summary: '使われていない素材を削除する / Delete an unused asset',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await assets.remove(params.id, actor)
      return undefined
    },
  )
  addFileRoutes(api, assets, forPlayers)
}

function addFileRoutes(api: Api, assets: AssetsService, { publishedFile, gate }: ForPlayers): void {
  api.add(
    {
      method: 'get',
      path: '/assets/:id/thumbnail',
      tag,
      summary: '小さな画像（WebP） / Thumbnail (WebP)',
      access: READ,
      params: IdParam,
      status: 200,
    },
    async ({ params, req, res }) => sendMedia(req, res, await assets.thumbnail(params.id), gate),
  )
  api.add(
    {
      method: 'get',
      path: '/files/:sha256',
      tag,
      summary: '素材のファイル / A file of an asset',
      access: READ,
      params: FileParam,
      status: 200,
    },
    async ({ params, req, res }) => sendMedia(req, res, await assets.file(params.sha256), gate),
  )
  api.add(
    {
      method: 'get',
      path: '/player/files/:sha256',
      tag: 'player',
      summary: '番組のファイル（Range 可） / A file of the calling display’s programme (ranges)',
      access: { who: 'player' },
      params: FileParam,
      status: 200,
    },
    async ({ params, actor, req, res }) => {
      const file = actor.kind === 'player' ? await publishedFile(actor.displayId, params.sha256) : null
      if (file === null) throw new AppError('not-found')
      return sendMedia(req, res, assets.served(file), gate)
    },
  )
}
