import { IdParam, SavedSitting, SittingInput, SittingStepInput, SittingView } from '@akari/protocol'
import { z } from 'zod'
import { ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { SittingsService } from './sittings.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
/** A plan takes over displays without anybody looking it over: as with takeovers, not for those whose work is looked over. */
const PLAN = { who: 'staff', roles: ['approver', 'disaster', 'admin'] } as const
/** Steps through what was planned, and writes its texts. */
const STEP = { who: 'staff', roles: [...EDITORS, 'disaster'] } as const
const tag = 'sittings'

export function addSittingRoutes(api: Api, sittings: SittingsService): void {
  api.add(
    {
      method: 'get',
      path: '/sittings',
      tag,
      summary: '会議の一覧 / All sittings of the council',
      access: READ,
      response: z.array(SittingView),
    },
    () => sittings.list(),
  )
  api.add(
    {
      method: 'get',
      path: '/sittings/:id',
      tag,
      summary: '会議の予定といまの状態 / A sitting: its plan, and where it stands',
      access: READ,
      params: IdParam,
      response: SittingView,
    },
    ({ params }) => sittings.view(params.id),
  )
  api.add(
    {
      method: 'post',
      path: '/sittings',
      tag,
      summary: '会議を予定に入れる（時間が来れば端末に映る） / Plan a sitting; its displays show it when it is time',
      access: PLAN,
      body: SittingInput,
      response: SavedSitting,
      status: 201,
    },
    ({ body, actor }) => sittings.create(body, actor),
  )
  api.add(
    {
      method: 'put',
      path: '/sittings/:id',
      tag,
      summary:
        '会議の予定を直す（編集者は会議名・議題・発言者だけ、古い版は 409） / Change the plan of a sitting: editors its texts alone (409 when the version is old)',
      access: STEP,
      params: IdParam,
      body: SittingInput,
      response: SavedSitting,
    },
    ({ params, body, actor }) => sittings.replace(params.id, body, actor),
  )
  api.add(
    {
      method: 'delete',
      path: '/sittings/:id',
      tag,
      summary: '会議を削除する（開会中を除く） / Delete a sitting that is not in session',
      access: PLAN,
      params: IdParam,
    },
    async ({ params, actor }) => {
      await sittings.remove(params.id, actor)
      return undefined
    },
  )
  api.add(
    {
      method: 'post',
      path: '/sittings/:id/steps',
      tag,
      summary:
        '開会・休憩・再開・閉会、議題・発言者の切替、取消し（先を越されたら 409） / Take a step; 409 with what somebody else did first',
      access: STEP,
      params: IdParam,
      body: SittingStepInput,
      response: SittingView,
    },
    ({ params, body, actor }) => sittings.step(params.id, body, actor),
  )
  api.add(
    {
      method: 'post',
      path: '/sittings/:id/show',
      tag,
      summary:
        '割込みのページで終えた会議や、開会中のほかの会議に隠れた会議を、また端末に映す / Show a sitting again that somebody took off its displays, or that another one in session covers',
      access: STEP,
      params: IdParam,
      response: SittingView,
    },
    ({ params, actor }) => sittings.showAgain(params.id, actor),
  )
}
