import {
  ConflictsQuery,
  EntryInput,
  EntryView,
  IdParam,
  ScheduleCheck,
  ScheduleCheckResult,
  ScheduleConflicts,
} from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { ScheduleService } from './schedule.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'schedule'

export function addScheduleRoutes(api: Api, schedule: ScheduleService): void {
  api.add(
    {
      method: 'get',
      path: '/entries',
      tag,
      summary: '番組表の一覧 / All schedule entries',
      access: READ,
      response: z.array(EntryView),
    },
    () => schedule.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/entries',
      tag,
      summary: '番組表に加える / Add a schedule entry',
      access: WRITE,
      body: EntryInput,
      response: EntryView,
      status: 201,
    },
    ({ body, actor }) => schedule.create(body, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/entries/:id',
      tag,
      summary: '番組表を直す（古い版は 409） / Replace a schedule entry (409 when the version is old)',
      access: WRITE,
      params: IdParam,
      body: EntryInput,
      response: EntryView,
    },
    ({ params, body, actor }) => schedule.replace(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/entries/:id',
      tag,
      summary: '番組表から外す / Remove a schedule entry',
      access: WRITE,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await schedule.remove(params.id, actor)
      return undefined
    },
  )
  api.add(
    {
      method: 'get',
      path: '/schedule/conflicts',
      tag,
      summary: '重なる番組と、どれがなぜ映るか / Entries that are due together, who is shown and why',
      access: READ,
      query: ConflictsQuery,
      response: ScheduleConflicts,
    },
    ({ query }) => schedule.conflicts(query.from, query.to),
  )
  api.add(
    {
      method: 'post',
      path: '/schedule/check',
      tag,
      summary: '保存する前に、誤りと重なりを調べる / What is wrong with an entry before it is saved, and its conflicts',
      access: READ,
      body: ScheduleCheck,
      response: ScheduleCheckResult,
    },
    ({ body }) => schedule.check(body),
  )
}
