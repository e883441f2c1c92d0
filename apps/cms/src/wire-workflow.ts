import type { Logger } from 'pino'
import type { MainDatabase } from './db/database.ts'
import { addNoticeRoutes } from './features/notices/notices.routes.ts'
import { noticesService } from './features/notices/notices.service.ts'
import { noticeStore } from './features/notices/notices.store.ts'
import type { PublishJobs } from './features/programme/publish-jobs.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import type { ApprovalRule, Person } from './features/workflow/approval-rule.ts'
import { approvalSettingsStore } from './features/workflow/approval-settings.store.ts'
import { scheduledPublishing } from './features/workflow/scheduled.jobs.ts'
import { submissionStore } from './features/workflow/submissions.store.ts'
import type { Placed, Programmes } from './features/workflow/workflow-deps.ts'
import { addWorkflowRoutes } from './features/workflow/workflow.routes.ts'
import { workflowService } from './features/workflow/workflow.service.ts'
import type { Actor } from './http/actor.ts'
import type { Api } from './http/api.ts'

type Deps = ServiceDeps & {
  api: Api
  db: MainDatabase
  log: Logger
  rule: ApprovalRule
  people: () => Promise<readonly Person[]>
  displays: () => Promise<readonly Placed[]>
  programmes: Programmes
  jobs: PublishJobs
}

/** Wires what lies between composing and publishing: approval, publication at a time, and notices to people. */
export function wireWorkflow(deps: Deps) {
  const { api, db, now, newId, announce } = deps
  const notices = noticesService({ store: noticeStore(db), people: deps.people, now, newId, announce })
  const parts = { ...deps, store: submissionStore(db), notify: notices.notify }
  const settings = approvalSettingsStore(db)
  addNoticeRoutes(api, notices)
  addWorkflowRoutes(api, workflowService(parts), deps.jobs, {
    read: settings.read,
    write: async (actor: Actor, to) => {
      await settings.write(to)
      await deps.audit(actor, 'approval.settings', 'approval', to)
      announce('approvals')
    },
  })
  const scheduled = scheduledPublishing(parts)
  return {
    notify: notices.notify,
    jobs: [
      { name: 'scheduled-publishing', cron: '*/5 * * * * *', run: scheduled.tick },
      { name: 'notices', cron: '37 3 * * *', run: notices.housekeep },
    ],
  }
}
