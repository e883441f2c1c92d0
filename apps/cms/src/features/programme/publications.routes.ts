import {
  JobWait,
  Publication,
  PublicationChanges,
  PublicationParam,
  PublicationQuery,
  PublishJob,
  RestoreRequest,
} from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { PublicationsService } from './publications.service.ts'
import type { PublishJobs } from './publish-jobs.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const tag = 'programme'

export function addPublicationRoutes(api: Api, publications: PublicationsService, jobs: PublishJobs): void {
  api.add(
    {
      method: 'get',
      path: '/programme/publications',
      tag,
      summary: '公開の記録（新しい順、50件まで） / Publications, newest first',
      access: READ,
      response: z.array(Publication),
    },
    () => publications.list(),
  )
  api.add(
    {
      method: 'get',
      path: '/programme/publications/:sequence',
      tag,
      summary: 'その公開で変わったもの、または今との違い / What a publication changed, or how it differs from now',
      access: READ,
      params: PublicationParam,
      query: PublicationQuery,
      response: PublicationChanges,
    },
    ({ actor, params, query }) => publications.changes(actor, params.sequence, query.against),
  )
  api.add(
    {
      method: 'post',
      path: '/programme/publications/:sequence/restore',
      tag,
      summary:
        'この版に戻す（前の内容を新しい版として公開する） / Publish the contents of an earlier publication again',
      access: { who: 'staff', roles: EDITORS },
      params: PublicationParam,
      query: JobWait,
      body: RestoreRequest,
      response: PublishJob,
    },
    ({ actor, params, query, body }) =>
      jobs.start('restore', query.wait * 1000, async (report) => ({
        result: await publications.restore(actor, params.sequence, body, report),
      })),
  )
}
