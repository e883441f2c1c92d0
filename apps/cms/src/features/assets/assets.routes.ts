import {
  AssetBulk,
  AssetBulkResult,
  AssetFileVersion,
  AssetHistory,
  AssetPatch,
  AssetUses,
  AssetView,
  BinnedAsset,
  Id,
  IdParam,
} from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { AssetsService } from './assets.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const VersionParam = z.object({ id: Id, number: z.coerce.number().int().positive() })
const RestoreBody = z.object({ version: z.int().positive() })
const tag = 'assets'

export function addAssetRoutes(api: Api, assets: AssetsService): void {
  addListRoutes(api, assets)
  addOneRoutes(api, assets)
  addVersionRoutes(api, assets)
}

function addListRoutes(api: Api, assets: AssetsService): void {
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
      method: 'get',
      path: '/assets/bin',
      tag,
      summary: 'ごみ箱の素材（30日で消える） / Deleted assets, kept for 30 days',
      access: READ,
      response: z.array(BinnedAsset),
    },
    () => assets.bin.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/assets/bulk',
      tag,
      summary: 'まとめて移す・タグを付ける・削除する・戻す / Move, tag, delete or restore many assets',
      access: WRITE,
      body: AssetBulk,
      response: AssetBulkResult,
    },
    ({ body, actor }) => assets.bin.bulk(body, actor),
  )
}

function addOneRoutes(api: Api, assets: AssetsService): void {
  api.add(
    {
      method: 'patch',
      path: '/assets/:id',
      tag,
      summary: '題名・代替テキスト・言語版・フォルダー・タグ・掲載期限・見せ方を直す / Change what is said of an asset',
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
      summary: '使われていない素材をごみ箱へ移す / Put an unused asset into the bin',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await assets.remove(params.id, actor)
      return undefined
    },
  )
  api.add(
    {
      method: 'get',
      path: '/assets/:id/uses',
      tag,
      summary: '使われている場所（プレイリスト・番組・端末） / Where an asset comes up: playlists, entries, displays',
      access: READ,
      params: IdParam,
      response: AssetUses,
    },
    ({ params }) => assets.uses(params.id),
  )
  api.add(
    {
      method: 'get',
      path: '/assets/:id/history',
      tag,
      summary: '素材の履歴 / Who did what to an asset, newest first',
      access: READ,
      params: IdParam,
      response: AssetHistory,
    },
    ({ params }) => assets.history(params.id),
  )
}

function addVersionRoutes(api: Api, assets: AssetsService): void {
  api.add(
    {
      method: 'get',
      path: '/assets/:id/versions',
      tag,
      summary: '素材の版の一覧 / The files of an asset, newest first',
      access: READ,
      params: IdParam,
      response: z.array(AssetFileVersion),
    },
    ({ params }) => assets.versions(params.id),
  )
  api.add(
    {
      method: 'post',
      path: '/assets/:id/versions/:number/restore',
      tag,
      summary: '前の版に戻す / Bring an older file back, as a new version',
      access: WRITE,
      params: VersionParam,
      body: RestoreBody,
      response: AssetView,
    },
    ({ params, body, actor }) => assets.restoreVersion(params.id, params.number, body.version, actor),
  )
}
