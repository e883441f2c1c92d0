import {
  CheckDrill,
  DrillBoard,
  DrillInput,
  DrillPlan,
  DrillRun,
  DryRun,
  DryRunOf,
  IdParam,
  Practice,
  SkipDrill,
} from '@akari/protocol'
import { z } from 'zod'
import { type Access, ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { DrillsService } from './drills.service.ts'

const reads: Access = { who: 'staff', roles: ALL_ROLES }
const drills: Access = { who: 'staff', roles: ['admin', 'disaster'] }
const tag = 'drills'

export function addDrillRoutes(api: Api, service: DrillsService, practice: () => Promise<Practice[]>): void {
  api.add(
    {
      method: 'get',
      path: '/drills',
      tag,
      summary: '訓練の計画と実施の記録 / Drill plans and runs',
      access: reads,
      response: DrillBoard,
    },
    () => service.board(),
  )
  api.add(
    {
      method: 'get',
      path: '/drills/practice',
      tag,
      summary: '防災担当者の訓練の期限 / When each of the disaster staff is due to practise',
      access: reads,
      response: z.array(Practice),
    },
    () => practice(),
  )
  api.add(
    {
      method: 'post',
      path: '/drills/dry-run',
      tag,
      summary: '何がどの端末に映るか(送信しない) / What each display would show; nothing is sent',
      access: drills,
      body: DryRunOf,
      response: DryRun,
    },
    ({ actor, body }) => service.dryRun(actor, body.draft, body.at),
  )
  addPlanRoutes(api, service)
  addRunRoutes(api, service)
}

function addPlanRoutes(api: Api, service: DrillsService): void {
  api.add(
    {
      method: 'post',
      path: '/drills',
      tag,
      summary: '訓練を計画 / Plan a drill',
      access: drills,
      body: DrillInput,
      response: DrillPlan,
      status: 201,
    },
    ({ actor, body }) => service.save(actor, null, body),
  )
  api.add(
    {
      method: 'put',
      path: '/drills/:id',
      tag,
      summary: '計画を変更(確認は取り消される) / Change a plan; its check is void',
      access: drills,
      params: IdParam,
      body: DrillInput,
      response: DrillPlan,
    },
    ({ actor, params, body }) => service.save(actor, params.id, body),
  )
  api.add(
    {
      method: 'delete',
      path: '/drills/:id',
      tag,
      summary: '計画を削除(記録は残る) / Remove a plan; its runs stay',
      access: drills,
      params: IdParam,
    },
    async ({ actor, params }) => {
      await service.remove(actor, params.id)
      return undefined
    },
  )
  api.add(
    {
      method: 'post',
      path: '/drills/:id/check',
      tag,
      summary: '別の人が確認 / A second person confirms',
      access: drills,
      params: IdParam,
      body: CheckDrill,
      response: DrillPlan,
    },
    ({ actor, params, body }) => service.check(actor, params.id, body),
  )
  api.add(
    {
      method: 'post',
      path: '/drills/:id/skip',
      tag,
      summary: '今回はやめる / Leave out one occurrence',
      access: drills,
      params: IdParam,
      body: SkipDrill,
      response: DrillPlan,
    },
    ({ actor, params, body }) => service.skip(actor, params.id, body.at),
  )
}

function addRunRoutes(api: Api, service: DrillsService): void {
  api.add(
    {
      method: 'post',
      path: '/drills/:id/run',
      tag,
      summary: '今すぐ実施 / Run now',
      access: drills,
      params: IdParam,
      response: DrillRun,
      status: 201,
    },
    ({ actor, params }) => service.run(actor, params.id),
  )
  api.add(
    {
      method: 'get',
      path: '/drills/runs/:id',
      tag,
      summary: '実施の結果 / What became of a run',
      access: reads,
      params: IdParam,
      response: DrillRun,
    },
    ({ params }) => service.result(params.id),
  )
  api.add(
    {
      method: 'post',
      path: '/drills/runs/:id/stop',
      tag,
      summary: '訓練を中止 / Stop a drill',
      access: drills,
      params: IdParam,
      response: DrillRun,
    },
    ({ actor, params }) => service.stop(actor, params.id),
  )
}
