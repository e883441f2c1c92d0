import { AlertPolicy, NewPolicy, PolicyFinding, PolicyInForce, PolicyVersion, PolicyVersionHead } from '@akari/protocol'
import { z } from 'zod'
import { type Access, ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { AlertPolicyService } from './alert-policy.service.ts'

const reads: Access = { who: 'staff', roles: ALL_ROLES }
const decides: Access = { who: 'staff', roles: ['admin', 'disaster'] }

export function addAlertPolicyRoutes(api: Api, policy: AlertPolicyService): void {
  const tag = 'alerts'
  api.add(
    {
      method: 'get',
      path: '/alerts/policy',
      tag,
      summary: '今の取扱い表と、その誤り / The table in force, and what is wrong with it',
      access: reads,
      response: PolicyInForce,
    },
    () => policy.inForce(),
  )
  api.add(
    {
      method: 'get',
      path: '/alerts/policy/versions',
      tag,
      summary: '取扱い表のこれまでの版 / Every version of the table, newest first',
      access: reads,
      response: z.array(PolicyVersionHead),
    },
    () => policy.versions(),
  )
  api.add(
    {
      method: 'get',
      path: '/alerts/policy/versions/:version',
      tag,
      summary: '取扱い表の一つの版 / One version of the table',
      access: reads,
      params: z.object({ version: z.coerce.number().int().positive() }),
      response: PolicyVersion,
    },
    ({ params }) => policy.versionOf(params.version),
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/policy/check',
      tag,
      summary: '取扱い表を保存せずに調べる / Look for mistakes in a table without saving it',
      access: reads,
      body: z.object({ policy: AlertPolicy }),
      response: z.array(PolicyFinding),
    },
    ({ body }) => policy.check(body.policy),
  )
  api.add(
    {
      method: 'put',
      path: '/alerts/policy',
      tag,
      summary: '取扱い表を新しくする / Bring a new version of the table in force',
      access: decides,
      body: NewPolicy,
      response: PolicyInForce,
    },
    ({ actor, body }) => policy.save(actor, body),
  )
}
