import { DraftStatus, type Id, IdParam, JobWait, Programme, PublishJob, PublishRequest, Review } from '@akari/protocol'
import type { Request, Response } from 'express'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { AppError } from '../../http/app-error.ts'
import { playerOf } from '../../http/player-of.ts'
import type { ProgrammeService } from './programme.service.ts'
import type { PublishJobs } from './publish-jobs.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const tag = 'programme'

export function addProgrammeRoutes(api: Api, programmes: ProgrammeService, jobs: PublishJobs): void {
  const published = async (displayId: Id, req: Request, res: Response): Promise<Programme> => {
    const found = await programmes.programmeFor(displayId)
    if (found === null) throw new AppError('not-published')
    res.set({ ETag: found.etag, 'Cache-Control': 'private, no-cache' })
    if (holds(req.headers['if-none-match'], found.etag)) res.status(304).end()
    return found.programme
  }
  api.add(
    {
      method: 'get',
      path: '/programme/draft',
      tag,
      summary: '公開すると変わるものと注意 / What publishing would change, and warnings',
      access: READ,
      response: DraftStatus,
    },
    () => programmes.draft(),
  )
  api.add(
    {
      method: 'post',
      path: '/programme/publish',
      tag,
      summary: '番組を公開する（終わるまで数秒待つ。進み具合は GET /programme/jobs/{id}） / Publish to the displays',
      access: { who: 'staff', roles: EDITORS },
      query: JobWait,
      body: PublishRequest.optional(),
      response: PublishJob,
    },
    ({ actor, body, query }) =>
      jobs.start('publish', query.wait * 1000, async (report) => ({
        result: await programmes.publish(actor, body, report),
      })),
  )
  api.add(
    {
      method: 'get',
      path: '/programme/review',
      tag,
      summary: '公開する前に確かめる（端末ごとの違い） / What would change on which display',
      access: READ,
      response: Review,
    },
    ({ actor }) => programmes.review(actor),
  )
  api.add(
    {
      method: 'get',
      path: '/programme/jobs/:id',
      tag,
      summary: '公開の進み具合 / How far a publication is',
      access: { who: 'staff', roles: EDITORS },
      params: IdParam,
      response: PublishJob,
    },
    ({ params }) => jobs.find(params.id),
  )
  api.add(
    {
      method: 'get',
      path: '/displays/:id/programme',
      tag,
      summary: '端末に公開されている番組 / The published programme of a display',
      access: READ,
      params: IdParam,
      response: Programme,
    },
    ({ params, req, res }) => published(params.id, req, res),
  )
  api.add(
    {
      method: 'get',
      path: '/displays/:id/programme/draft',
      tag,
      summary: 'いま公開したときの番組(下見) / The programme as publishing now would make it, for previews',
      access: READ,
      params: IdParam,
      response: Programme,
    },
    async ({ params }) => {
      const programme = await programmes.draftFor(params.id)
      if (programme === null) throw new AppError('not-found')
      return programme
    },
  )
  api.add(
    {
      method: 'get',
      path: '/player/programme',
      tag: 'player',
      summary: '自分の番組（ETag あり） / The calling display’s programme (ETag)',
      access: { who: 'player' },
      response: Programme,
    },
    ({ actor, req, res }) => published(playerOf(actor).displayId, req, res),
  )
}

/**
 * Does the caller have this version (RFC 9110 §13.1.2)? Express would ask the same but believes the `Cache-Control: no-cache`
 * that fetch adds to every conditional request, and sends the whole programme again.
 */
function holds(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((held) => held.trim().replace(/^W\//, '') === etag)
}
