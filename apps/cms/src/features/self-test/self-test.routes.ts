import { SelfTestBoard, SelfTestRun, SelfTestSettings } from '@akari/protocol'
import { z } from 'zod'
import { type Access, ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { SelfTestService } from './self-test.service.ts'

const reads: Access = { who: 'staff', roles: ALL_ROLES }
const tests: Access = { who: 'staff', roles: ['admin', 'disaster'] }
const tag = 'self-test'

export function addSelfTestRoutes(api: Api, selfTest: SelfTestService): void {
  api.add(
    {
      method: 'get',
      path: '/self-test',
      tag,
      summary: '自己試験の記録 / Self-tests so far',
      access: reads,
      query: z.object({ days: z.coerce.number().int().min(1).max(400).default(30) }),
      response: SelfTestBoard,
    },
    ({ query }) => selfTest.board(query.days),
  )
  api.add(
    {
      method: 'put',
      path: '/self-test/settings',
      tag,
      summary: '自己試験の時刻 / When self-tests run',
      access: tests,
      body: SelfTestSettings,
      response: SelfTestSettings,
    },
    ({ actor, body }) => selfTest.saveSettings(actor, body),
  )
  api.add(
    {
      method: 'post',
      path: '/self-test/run',
      tag,
      summary: '今すぐ試す / Test now',
      access: tests,
      response: SelfTestRun,
      status: 201,
    },
    ({ actor }) => selfTest.run(actor),
  )
}
