import { IdParam, StreamHealth, StreamMinute } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES } from '../../../http/actor.ts'
import type { Api } from '../../../http/api.ts'
import type { StreamHealthService } from './stream-health.service.ts'

const shared = { method: 'get', tag: 'streams', access: { who: 'staff', roles: ALL_ROLES } } as const

export function addStreamHealthRoutes(api: Api, health: StreamHealthService): void {
  api.add(
    {
      ...shared,
      path: '/streams/health',
      summary: '中継の今の様子 / How the live streams are',
      response: z.array(StreamHealth),
    },
    () => health.list(),
  )
  api.add(
    {
      ...shared,
      path: '/streams/:id/minutes',
      summary: '中継の様子の記録(1分ごと) / How a live stream was, minute by minute',
      params: IdParam,
      query: z.object({ hours: z.coerce.number().int().min(1).max(168).default(24) }),
      response: z.array(StreamMinute),
    },
    ({ params, query }) => health.history(params.id, query.hours),
  )
}
