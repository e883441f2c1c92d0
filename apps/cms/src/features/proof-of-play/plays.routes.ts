import { PlayReportQuery, PlaysAnswer, PlaysQuery, PlaysReport, PlayUpload } from '@akari/protocol'
import { ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { playerOf } from '../../http/player-of.ts'
import type { PlaysService } from './plays.service.ts'
import type { ReportService } from './report.service.ts'

export function addPlayRoutes(api: Api, plays: PlaysService, reports: ReportService): void {
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
      await plays.record(playerOf(actor).displayId, body.plays)
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
  const reads = { who: 'staff', roles: ALL_ROLES } as const
  api.add(
    {
      method: 'get',
      path: '/plays/report',
      tag: 'plays',
      summary: '表示実績の集計（素材・端末・日ごと） / What was shown, added up by subject, display or day',
      access: reads,
      query: PlayReportQuery,
      response: PlaysReport,
    },
    ({ query }) => reports.report(query),
  )
  api.add(
    {
      method: 'get',
      path: '/plays/report.csv',
      tag: 'plays',
      summary: '表示実績の集計（CSV） / The same for a spreadsheet',
      access: reads,
      query: PlayReportQuery,
      status: 200,
    },
    async ({ query, res }) => {
      const name = `plays-${query.from}-${query.to}-${query.by}.csv`
      res
        .type('text/csv; charset=utf-8')
        .attachment(name)
        .send(await reports.csv(query))
      return undefined
    },
  )
}
