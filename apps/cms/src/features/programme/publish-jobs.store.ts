import { type Id, PublishJob } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'

export type PublishJobStore = ReturnType<typeof publishJobStore>

/** Where any server can read how far a publication is, whichever server does the work. */
export function publishJobStore(db: MainDatabase) {
  return {
    /** Stores the newest word of a job. */
    tell: async (job: PublishJob, at: Date): Promise<void> => {
      const row = { state: job.state, body: JSON.stringify(job), told_at: at.toISOString() }
      await db
        .insertInto('publish_job')
        .values({ id: job.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute()
    },
    find: async (id: Id): Promise<{ job: PublishJob; toldAt: Date } | null> => {
      const row = await db.selectFrom('publish_job').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : { job: PublishJob.parse(JSON.parse(row.body)), toldAt: new Date(row.told_at) }
    },
    forgetBefore: async (at: Date): Promise<void> => {
      await db.deleteFrom('publish_job').where('told_at', '<', at.toISOString()).execute()
    },
  }
}
