import { Texts, Id, Instant, MediaJob, Sha256 } from '@akari/protocol'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

/** What is to be worked on, and what somebody said of it. */
export const StoredJob = MediaJob.extend({
  sourceSha256: Sha256,
  about: z.object({ filename: z.string(), title: Texts, folderId: Id.nullable(), mediaType: z.string() }),
  createdAt: Instant,
})
export type StoredJob = z.infer<typeof StoredJob>

export type MediaJobStore = ReturnType<typeof mediaJobStore>

/** Work that takes minutes, kept so that it survives a restart. `heldUntil` (Unix ms) says whose it is: a dead server's passes on. */
export function mediaJobStore(db: MainDatabase) {
  return {
    list: async (): Promise<StoredJob[]> =>
      (await db.selectFrom('media_job').selectAll().orderBy('created_at').orderBy('id').execute()).map(fromRow),
    find: async (id: Id): Promise<StoredJob | null> => {
      const row = await db.selectFrom('media_job').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    /** Takes the place of an earlier job for the same asset. */
    insert: (job: StoredJob): Promise<void> =>
      db.transaction().execute(async (trx) => {
        if (job.assetId !== null) await trx.deleteFrom('media_job').where('asset_id', '=', job.assetId).execute()
        await trx.insertInto('media_job').values(toRow(job)).execute()
      }),
    /** The oldest job that waits or whose server is gone, held from now on; null when there is none. */
    claim: async (nowMs: number, heldUntil: number): Promise<StoredJob | null> => {
      const free = await db
        .selectFrom('media_job')
        .selectAll()
        .where((e) =>
          e.or([e('state', '=', 'waiting'), e.and([e('state', '=', 'running'), e('held_until', '<', nowMs)])]),
        )
        .orderBy('created_at')
        .orderBy('id')
        .executeTakeFirst()
      if (free === undefined) return null
      const done = await db
        .updateTable('media_job')
        .set({ state: 'running', held_until: heldUntil })
        .where('id', '=', free.id)
        .where('state', '=', free.state)
        .where('held_until', '=', free.held_until)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n ? fromRow({ ...free, state: 'running' }) : null
    },
    /** How far it is; false when it is no longer wanted. */
    hold: async (id: Id, progress: { done: number; total: number }, heldUntil: number): Promise<boolean> => {
      const done = await db
        .updateTable('media_job')
        .set({ ...progress, held_until: heldUntil })
        .where('id', '=', id)
        .where('state', '=', 'running')
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    setFolder: async (id: Id, folderId: Id): Promise<void> => {
      await db.updateTable('media_job').set({ folder_id: folderId }).where('id', '=', id).execute()
    },
    /** From one of these states to another; false when it is in none of them. */
    move: async (
      id: Id,
      from: readonly StoredJob['state'][],
      to: Partial<Pick<StoredJob, 'state' | 'note' | 'done' | 'total'>>,
    ) => {
      const done = await db
        .updateTable('media_job')
        .set({ ...to, held_until: 0 })
        .where('id', '=', id)
        .where('state', 'in', from)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    remove: async (id: Id): Promise<void> => {
      await db.deleteFrom('media_job').where('id', '=', id).execute()
    },
    /** Forgets what ended before then, and what was to be done for assets that are gone. */
    forget: async (before: Instant): Promise<void> => {
      await db
        .deleteFrom('media_job')
        .where('created_at', '<', before)
        .where('state', 'in', ['done', 'failed', 'cancelled'])
        .where('kind', '=', 'document')
        .execute()
      await db
        .deleteFrom('media_job')
        .where('asset_id', 'is not', null)
        .where('asset_id', 'not in', db.selectFrom('asset').select('id'))
        .execute()
    },
  }
}

function fromRow(row: Selectable<MainTables['media_job']>): StoredJob {
  const about = StoredJob.shape.about.parse(JSON.parse(row.about))
  return StoredJob.parse({
    id: row.id,
    kind: row.kind,
    state: row.state,
    assetId: row.asset_id,
    folderId: row.folder_id,
    title: about.title,
    done: row.done,
    total: row.total,
    note: row.note,
    sourceSha256: row.source_sha256,
    about,
    createdAt: row.created_at,
    actor: row.actor,
  })
}

function toRow(job: StoredJob): MainTables['media_job'] {
  return {
    id: job.id,
    kind: job.kind,
    source_sha256: job.sourceSha256,
    asset_id: job.assetId,
    about: JSON.stringify(job.about),
    state: job.state,
    done: job.done,
    total: job.total,
    note: job.note,
    folder_id: job.folderId,
    actor: job.actor,
    created_at: job.createdAt,
    held_until: 0,
  }
}
