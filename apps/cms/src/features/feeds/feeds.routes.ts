import {
  FeedInput,
  FeedNoticesInput,
  FeedRelease,
  FeedSnapshot,
  FeedSnapshots,
  FeedSwitch,
  FeedTrial,
  FeedTried,
  FeedView,
  IdParam,
  StoredTimetable,
  TimetableChoices,
  TimetableUpload,
} from '@akari/protocol'
import type { Response } from 'express'
import { z } from 'zod'
import { AppError } from '../../http/app-error.ts'
import { ALL_ROLES, EDITORS, type Access } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { playerOf } from '../../http/player-of.ts'
import { sentence } from '../../sentence.ts'
import { withUploadedFile } from '../uploaded-file.ts'
import { type FeedLive, tagOf } from './feed-live.ts'
import type { FeedsService } from './feeds.service.ts'
import texts from './feeds.texts.json' with { type: 'json' }
import type { Timetables } from './timetables.ts'

const READ: Access = { who: 'staff', roles: ALL_ROLES }
const WRITE: Access = { who: 'staff', roles: EDITORS }
/** What is wrong on the glass is taken off it by whoever is there. */
const SWITCH: Access = { who: 'staff', roles: [...EDITORS, 'disaster'] }
const tag = 'feeds'

/** As many as an importer reads. */
const MOST_ARCHIVE_BYTES = 100_000_000

type Deps = { feeds: FeedsService; live: FeedLive; timetables: Pick<Timetables, 'text'>; workDir: string }

/** Live data of the outside world: sources that staff set up, and what displays are told. */
export function addFeedRoutes(api: Api, deps: Deps): void {
  addSettingUp(api, deps)
  addLookingAfter(api, deps)
  addTimetables(api, deps)
  addForDisplays(api, deps)
}

function addSettingUp(api: Api, { feeds }: Deps): void {
  api.add(
    {
      method: 'get',
      path: '/feeds',
      tag,
      summary: '外部データの一覧と取得の様子 / All feeds, with how they are',
      access: READ,
      response: z.array(FeedView),
    },
    () => feeds.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/feeds',
      tag,
      summary: '外部データを登録する / Set up a feed',
      access: WRITE,
      body: FeedInput,
      response: FeedView,
      status: 201,
    },
    ({ body, actor }) => feeds.add(body, actor),
  )
  api.add(
    {
      method: 'get',
      path: '/feeds/:id',
      tag,
      summary: '外部データの設定と様子 / A feed',
      access: READ,
      params: IdParam,
      response: FeedView,
    },
    ({ params }) => feeds.view(params.id),
  )
  api.add(
    {
      method: 'put',
      path: '/feeds/:id',
      tag,
      summary: '外部データの設定を変える / Change a feed',
      access: WRITE,
      params: IdParam,
      body: FeedInput,
      response: FeedView,
    },
    ({ params, body, actor }) => feeds.replace(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/feeds/:id',
      tag,
      summary: '外部データを削除する / Delete a feed',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await feeds.remove(params.id, actor)
      return undefined
    },
  )
}

function addLookingAfter(api: Api, { feeds, live }: Deps): void {
  api.add(
    {
      method: 'post',
      path: '/feeds/try',
      tag,
      summary: '保存せずに試しに取得する / Ask a source without keeping anything',
      access: WRITE,
      query: FeedTrial,
      body: FeedInput,
      response: FeedTried,
    },
    ({ query, body, actor }) => feeds.try(body, query.of ?? null, actor),
  )
  api.add(
    {
      method: 'post',
      path: '/feeds/:id/ask',
      tag,
      summary: '今すぐ取得する / Ask the source now',
      access: WRITE,
      params: IdParam,
      response: FeedView,
    },
    ({ params }) => feeds.askNow(params.id),
  )
  api.add(
    {
      method: 'put',
      path: '/feeds/:id/switch',
      tag,
      summary: '表示を止める・再開する(すぐに反映)/ Switch a feed off or on, at once on all displays',
      access: SWITCH,
      params: IdParam,
      body: FeedSwitch,
      response: FeedView,
    },
    ({ params, body, actor }) => feeds.switch(params.id, body.on, actor),
  )
  api.add(
    {
      method: 'post',
      path: '/feeds/:id/release',
      tag,
      summary: '確認待ちのニュースを表示する / Release news that are held back',
      access: WRITE,
      params: IdParam,
      body: FeedRelease,
      response: FeedView,
    },
    ({ params, body, actor }) => feeds.release(params.id, body.seen, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/feeds/:id/notices',
      tag,
      summary: '路線のお知らせ(すぐに反映)/ Notices of routes, at once on all displays',
      access: SWITCH,
      params: IdParam,
      body: FeedNoticesInput,
      response: FeedView,
    },
    ({ params, body, actor }) => feeds.notices(params.id, body, actor),
  )
  api.add(
    {
      method: 'get',
      path: '/feeds/:id/snapshot',
      tag,
      summary: '端末に届いている内容 / What displays are told of it',
      access: READ,
      params: IdParam,
      response: FeedSnapshot,
    },
    ({ params }) => live.ownFeed(params.id) ?? feeds.snapshot(params.id),
  )
}

function addTimetables(api: Api, { feeds, timetables, workDir }: Deps): void {
  api.add(
    {
      method: 'put',
      path: '/feeds/:id/timetable',
      tag,
      summary: '時刻表(GTFS の zip)を取り込む / Import a timetable (a GTFS archive)',
      access: WRITE,
      params: IdParam,
      query: TimetableUpload,
      response: FeedView,
    },
    ({ params, query, req, actor }) => {
      const rules = {
        workDir,
        mostBytes: MOST_ARCHIVE_BYTES,
        texts: { notBytes: sentence(texts.notBytes), tooLarge: sentence(texts.archiveTooLarge) },
        empty: () => new AppError('feed-refused', sentence(texts.noTimetable)),
      }
      return withUploadedFile(req, rules, (path) => feeds.upload(params.id, query.version, path, actor))
    },
  )
  api.add(
    {
      method: 'get',
      path: '/feeds/:id/timetable',
      tag,
      summary: '端末が使う時刻表 / The timetable as displays get it',
      access: READ,
      params: IdParam,
      response: StoredTimetable.optional(),
    },
    async ({ params, res }) => sendText(res, await timetables.text(params.id, 'document')),
  )
  api.add(
    {
      method: 'get',
      path: '/feeds/:id/choices',
      tag,
      summary: '路線と停留所の一覧(選択用)/ All routes and stops, to choose from',
      access: READ,
      params: IdParam,
      response: TimetableChoices.optional(),
    },
    async ({ params, res }) => sendText(res, await timetables.text(params.id, 'choices')),
  )
}

/** Documents of megabytes were parsed when they were made; they go out as they lie there. */
function sendText(res: Response, text: string): undefined {
  res.type('application/json').send(text)
  return undefined
}

function addForDisplays(api: Api, { live }: Deps): void {
  api.add(
    {
      method: 'get',
      path: '/player/feeds',
      tag: 'player',
      summary: '端末が表示する外部データ / Live data for a display',
      access: { who: 'player' },
      response: FeedSnapshots,
    },
    async ({ actor, req, res }) => {
      const snapshots = await live.forDisplay(playerOf(actor).displayId)
      const etag = tagOf(snapshots)
      res.set({ ETag: etag, 'Cache-Control': 'private, no-cache' })
      if (req.get('if-none-match') === etag) res.status(304).end()
      return snapshots
    },
  )
}
