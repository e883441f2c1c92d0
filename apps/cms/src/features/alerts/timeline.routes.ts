import { AlertTimeline, Channel, IdParam, ResendAlerts, ResendResult } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { ResendService } from './resend.service.ts'
import type { TimelineService } from './timeline.service.ts'

export function addTimelineRoutes(api: Api, timeline: TimelineService, resend: ResendService): void {
  const tag = 'alerts'
  api.add(
    {
      method: 'get',
      path: '/alerts/:id/timeline',
      tag,
      summary: '緊急表示の経過(誰が、何を、どの端末に) / What became of an alert, and who showed it',
      access: { who: 'staff', roles: ALL_ROLES },
      params: IdParam,
      query: z.object({ channel: Channel.default('live') }),
      response: AlertTimeline,
    },
    ({ params, query }) => timeline.of(query.channel, params.id),
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/resend',
      tag,
      summary: 'まだ表示していない端末へもう一度送る / Send again to displays that have not shown it',
      access: { who: 'staff', roles: ['admin', 'disaster'] },
      body: ResendAlerts,
      response: ResendResult,
    },
    ({ actor, body }) => resend.resend(actor, body.channel),
  )
}
