import { PlaysAnswer, PlaysQuery, PlayUpload } from '@akari/protocol'
import { ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { AppError } from '../../http/app-error.ts'
import type { PlaysService } from './plays.service.ts'

export function addPlayRoutes(api: Api, plays: PlaysService): void {
  api.add(
    {
      method: 'post',
      path: '/player/plays',
      tag: 'player',
      summary: '表示した記録の報告 / Report what was shown',
      access: { who: 'player' },
      body: PlayUpload,
    },
    async ({ actor, body }) => {
      if (actor.kind !== 'player') throw new AppError('unauthenticated')
      await plays.record(actor.displayId, body.plays)
      return undefined
    },
  )
  api.add(
    {
      method: 'get',
      path: '/plays',
      tag: 'plays',
      summary: '端末が実際に表示したものの記録 / What a display really showed',
      access: { who: 'staff', roles: ALL_ROLES },
      query: PlaysQuery,
      response: PlaysAnswer,
    },
    ({ query }) => plays.between(query),
  )
}
