import { DraftStatus, type Id, IdParam, Programme, PublishResult } from '@akari/protocol'
import type { Response } from 'express'
import { ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { AppError } from '../../http/app-error.ts'
import type { ProgrammeService } from './programme.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const tag = 'programme'

export function addProgrammeRoutes(api: Api, programmes: ProgrammeService): void {
  /** Express answers 304 by itself when `If-None-Match` names this ETag. */
  const published = async (displayId: Id, res: Response): Promise<Programme> => {
    const found = await programmes.programmeFor(displayId)
    if (found === null) throw new AppError('not-published')
    res.set({ ETag: found.etag, 'Cache-Control': 'private, no-cache' })
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
      summary: '番組を公開する / Publish to the displays',
      access: { who: 'staff', roles: ['admin', 'editor'] },
      response: PublishResult,
    },
    ({ actor }) => programmes.publish(actor),
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
    ({ params, res }) => published(params.id, res),
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
    ({ actor, res }) => {
      if (actor.kind !== 'player') throw new AppError('unauthenticated')
      return published(actor.displayId, res)
    },
  )
}
