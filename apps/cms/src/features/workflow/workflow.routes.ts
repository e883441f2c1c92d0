import {
  ApprovalSettings,
  ApproveRequest,
  IdParam,
  JobWait,
  PublishJob,
  SendBackRequest,
  Submission,
  SubmissionDetail,
  SubmissionRequest,
  WordRequest,
} from '@akari/protocol'
import { z } from 'zod'
import { type Actor, ALL_ROLES, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { Report } from './workflow-deps.ts'
import type { WorkflowService } from './workflow.service.ts'

const READ = { who: 'staff', roles: ALL_ROLES } as const
const WRITE = { who: 'staff', roles: EDITORS } as const
const tag = 'workflow'

type Jobs = {
  start: (
    kind: 'submit',
    waitMs: number,
    work: (report: Report) => Promise<{ submissionId: string }>,
  ) => Promise<PublishJob>
}
type Settings = { read: () => Promise<ApprovalSettings>; write: (actor: Actor, to: ApprovalSettings) => Promise<void> }

export function addWorkflowRoutes(api: Api, workflow: WorkflowService, jobs: Jobs, settings: Settings): void {
  api.add(
    {
      method: 'get',
      path: '/submissions',
      tag,
      summary: '承認の申請の一覧（待っているものが先） / Submissions, those that wait first',
      access: READ,
      response: z.array(Submission),
    },
    () => workflow.list(),
  )
  api.add(
    {
      method: 'post',
      path: '/submissions',
      tag,
      summary: '承認を申請する（今の下書きの写しを取る） / Submit the draft as it is for approval',
      access: WRITE,
      query: JobWait,
      body: SubmissionRequest,
      response: PublishJob,
    },
    ({ actor, body, query }) =>
      jobs.start('submit', query.wait * 1000, async (report) => ({
        submissionId: await workflow.submit(actor, body, report),
      })),
  )
  api.add(
    {
      method: 'get',
      path: '/submissions/:id',
      tag,
      summary: '申請の内容とやりとり / A submission: what it would change, and what was said',
      access: READ,
      params: IdParam,
      response: SubmissionDetail,
    },
    ({ actor, params }) => workflow.detail(actor, params.id),
  )
  addDecisionRoutes(api, workflow)
  addSettingRoutes(api, settings)
}

function addDecisionRoutes(api: Api, workflow: WorkflowService): void {
  const at = { method: 'post', tag, access: WRITE, params: IdParam } as const
  api.add(
    {
      ...at,
      path: '/submissions/:id/approve',
      summary: '承認する（公開日時がなければすぐ公開） / Approve; published at once unless it has a time',
      body: ApproveRequest,
    },
    async ({ actor, params, body }) => {
      await workflow.approve(actor, params.id, body)
      return undefined
    },
  )
  api.add(
    {
      ...at,
      path: '/submissions/:id/send-back',
      summary: '差し戻す（理由が必要） / Send back with a comment',
      body: SendBackRequest,
    },
    async ({ actor, params, body }) => {
      await workflow.sendBack(actor, params.id, body.comment)
      return undefined
    },
  )
  api.add(
    {
      ...at,
      path: '/submissions/:id/withdraw',
      summary: '取り下げる / Withdraw',
      body: z.object({ comment: z.string().max(1000).default('') }),
    },
    async ({ actor, params, body }) => {
      await workflow.withdraw(actor, params.id, body.comment)
      return undefined
    },
  )
  api.add(
    { ...at, path: '/submissions/:id/words', summary: 'ひとこと書く / Say something about it', body: WordRequest },
    async ({ actor, params, body }) => {
      await workflow.comment(actor, params.id, body.text)
      return undefined
    },
  )
}

function addSettingRoutes(api: Api, settings: Settings): void {
  api.add(
    {
      method: 'get',
      path: '/approval-settings',
      tag,
      summary: '承認の決まり / How approval works here',
      access: READ,
      response: ApprovalSettings,
    },
    () => settings.read(),
  )
  api.add(
    {
      method: 'put',
      path: '/approval-settings',
      tag,
      summary: '承認の決まりを変える / Change how approval works here',
      access: { who: 'staff', roles: ['admin'] },
      body: ApprovalSettings,
      response: ApprovalSettings,
    },
    async ({ actor, body }) => {
      await settings.write(actor, body)
      return body
    },
  )
}
