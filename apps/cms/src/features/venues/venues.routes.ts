import {
  GuideQuery,
  IdParam,
  VenueDraft,
  VenueEditsInput,
  VenueGuide,
  VenueImported,
  VenuePublish,
  VenueReplacement,
  VenueReportView,
  VenueRestore,
  VenueUpload,
  VenueVersion,
  VenueView,
  WayAnswer,
  WayQuestion,
} from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { VenueDocuments } from './venue-documents.ts'
import type { VenuePublishing } from './venue-publishing.ts'
import { withUpload } from './venue-upload.ts'
import type { VenuesService } from './venues.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'venues'

type Deps = { venues: VenuesService; publishing: VenuePublishing; documents: VenueDocuments; workDir: string }

export function addVenueRoutes(api: Api, deps: Deps): void {
  addReading(api, deps)
  addImporting(api, deps)
  addEditing(api, deps)
}

function addReading(api: Api, { venues, documents }: Deps): void {
  api.add(
    {
      method: 'get',
      path: '/venues',
      tag,
      summary: '館内図の一覧 / All venues',
      access: READ,
      response: z.array(VenueView),
    },
    () => venues.list(),
  )
  api.add(
    {
      method: 'get',
      path: '/venues/:id',
      tag,
      summary: '館内図の図面と編集内容 / A venue with its plan and edits',
      access: READ,
      params: IdParam,
      response: VenueDraft.optional(),
    },
    ({ params, res }) => documents.sendDraft(params.id, res),
  )
  api.add(
    {
      method: 'get',
      path: '/venues/:id/report',
      tag,
      summary: '館内図の点検結果 / What a venue holds and lacks',
      access: READ,
      params: IdParam,
      response: VenueReportView,
    },
    ({ params }) => venues.report(params.id),
  )
  api.add(
    {
      method: 'get',
      path: '/venues/:id/guide',
      tag,
      summary: '端末に届く案内の内容 / The guide as displays get it (a VenueGuide document)',
      access: READ,
      params: IdParam,
      query: GuideQuery,
      response: VenueGuide.optional(),
    },
    ({ params, query, res }) => documents.sendGuide(params.id, query.of, res),
  )
  api.add(
    {
      method: 'post',
      path: '/venues/:id/route',
      tag,
      summary: '編集中の館内図で道順を試す / Try a way on the saved draft',
      access: READ,
      params: IdParam,
      body: WayQuestion,
      response: WayAnswer,
    },
    ({ params, body }) => venues.route(params.id, body),
  )
}

function addImporting(api: Api, { venues, workDir }: Deps): void {
  api.add(
    {
      method: 'post',
      path: '/venues',
      tag,
      summary: '館内図を読み込む（本文はファイルのまま） / Import a venue; the body is the file',
      access: WRITE,
      query: VenueUpload,
      response: VenueImported,
      status: 201,
    },
    ({ query, req, actor }) => withUpload(req, workDir, (path) => venues.create({ path, name: query.filename }, actor)),
  )
  api.add(
    {
      method: 'put',
      path: '/venues/:id/plan',
      tag,
      summary: '新しい図面に替える（古い版は 409） / Import another plan under the edits (409 when the version is old)',
      access: WRITE,
      params: IdParam,
      query: VenueReplacement,
      response: VenueImported,
    },
    ({ params, query, req, actor }) =>
      withUpload(req, workDir, (path) =>
        venues.replace(params.id, query.version, { path, name: query.filename }, actor),
      ),
  )
}

function addEditing(api: Api, { venues, publishing }: Deps): void {
  api.add(
    {
      method: 'put',
      path: '/venues/:id/edits',
      tag,
      summary: '館内図の編集内容を保存する（古い版は 409） / Save the edits (409 when the version is old)',
      access: WRITE,
      params: IdParam,
      body: VenueEditsInput,
      response: VenueReportView,
    },
    ({ params, body, actor }) => venues.edit(params.id, body, actor),
  )
  api.add(
    {
      method: 'get',
      path: '/venues/:id/versions',
      tag,
      summary: '前の版の一覧 / Earlier versions, newest first',
      access: READ,
      params: IdParam,
      response: z.array(VenueVersion),
    },
    ({ params }) => venues.versions(params.id),
  )
  api.add(
    {
      method: 'post',
      path: '/venues/:id/restore',
      tag,
      summary: '前の版に戻す / Bring an earlier version back, as a new one',
      access: WRITE,
      params: IdParam,
      body: VenueRestore,
      response: VenueReportView,
    },
    ({ params, body, actor }) => venues.restore(params.id, body, actor),
  )
  api.add(
    {
      method: 'post',
      path: '/venues/:id/publish',
      tag,
      summary: '館内図を端末に公開する / Publish a venue to the displays in it',
      access: WRITE,
      params: IdParam,
      body: VenuePublish,
      response: VenueReportView,
    },
    async ({ params, body, actor }) => {
      await publishing.publish(params.id, body, actor)
      return venues.report(params.id)
    },
  )
  api.add(
    {
      method: 'delete',
      path: '/venues/:id',
      tag,
      summary: '端末のない館内図を削除する / Delete a venue in which no display stands',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await venues.remove(params.id, actor)
      return undefined
    },
  )
}
