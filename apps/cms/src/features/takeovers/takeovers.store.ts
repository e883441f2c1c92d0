import { EntryTargets, type Id, Instant, PlaylistView, ProgrammeTakeover, TakeoverView } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

/** The playlist as it was when the takeover was started. */
const Copy = PlaylistView.omit({ version: true, usedInEntries: true, updatedAt: true })

export const StoredTakeover = TakeoverView.omit({ state: true, playlistName: true, way: true }).extend({
  playlist: Copy,
  /** In the programmes of its displays. */
  isOpen: z.boolean(),
  sitting: ProgrammeTakeover.shape.sitting,
  adjournedAt: ProgrammeTakeover.shape.adjournedAt,
  /** It begins then, not when it was meant to: somebody let it come before others. */
  broughtAt: Instant.optional(),
})
export type StoredTakeover = z.infer<typeof StoredTakeover>

export type TakeoverStore = ReturnType<typeof takeoverStore>

export function takeoverStore(db: MainDatabase) {
  return {
    /** Those that are open, by start. */
    open: async (): Promise<StoredTakeover[]> => {
      const rows = await db.selectFrom('takeover').selectAll().where('is_open', '=', 1).orderBy('starts_at').execute()
      return rows.map(fromRow)
    },
    /** Those that are over, the latest first. */
    over: async (limit: number): Promise<StoredTakeover[]> => {
      const rows = await db
        .selectFrom('takeover')
        .selectAll()
        .where('is_open', '=', 0)
        .orderBy('ends_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(fromRow)
    },
    find: async (id: Id): Promise<StoredTakeover | null> => {
      const row = await db.selectFrom('takeover').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    insert: async (takeover: StoredTakeover): Promise<void> => {
      await db.insertInto('takeover').values(toRow(takeover)).execute()
    },
    /** Puts another takeover in the place of the one with its id, open again if it is; false where that has not `expectedVersion` any more. */
    replace: async (takeover: StoredTakeover, expectedVersion: number): Promise<boolean> => {
      const done = await db
        .updateTable('takeover')
        .set(toRow(takeover))
        .where('id', '=', takeover.id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** Another end; false when it is over or has not `expectedVersion` any more. */
    setEnd: async (id: Id, endsAt: Instant, expectedVersion: number): Promise<boolean> => {
      const done = await db
        .updateTable('takeover')
        .set({ ends_at: endsAt, version: expectedVersion + 1 })
        .where('id', '=', id)
        .where('is_open', '=', 1)
        .where('version', '=', expectedVersion)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** Ends it now; false when it was over already. */
    end: async (id: Id, at: Instant, by: string): Promise<boolean> => {
      const done = await db
        .updateTable('takeover')
        .set((e) => ({ ends_at: at, ended_by: by, is_open: 0, version: e('version', '+', 1) }))
        .where('id', '=', id)
        .where('is_open', '=', 1)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** Closes those whose end has come. */
    closeOver: async (at: Instant): Promise<void> => {
      await db.updateTable('takeover').set({ is_open: 0 }).where('is_open', '=', 1).where('ends_at', '<=', at).execute()
    },
  }
}

function fromRow(row: MainTables['takeover']): StoredTakeover {
  return StoredTakeover.parse({
    id: row.id,
    name: row.name,
    playlistId: row.playlist_id,
    playlist: Copy.parse(JSON.parse(row.playlist)),
    targets: EntryTargets.parse(JSON.parse(row.targets)),
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    noticeSeconds: row.notice_seconds,
    startedBy: row.started_by,
    startedAt: row.started_at,
    endedBy: row.ended_by,
    isOpen: row.is_open === 1,
    version: row.version,
    ...(row.sitting !== null && { sitting: row.sitting }),
    ...(row.adjourned_at !== null && { adjournedAt: row.adjourned_at }),
    ...(row.brought_at !== null && { broughtAt: row.brought_at }),
  })
}

function toRow(takeover: StoredTakeover): MainTables['takeover'] {
  return {
    id: takeover.id,
    name: takeover.name,
    playlist_id: takeover.playlistId,
    playlist: JSON.stringify(takeover.playlist),
    targets: JSON.stringify(takeover.targets),
    starts_at: takeover.startsAt,
    ends_at: takeover.endsAt,
    notice_seconds: takeover.noticeSeconds,
    started_by: takeover.startedBy,
    started_at: takeover.startedAt,
    ended_by: takeover.endedBy,
    is_open: takeover.isOpen ? 1 : 0,
    version: takeover.version,
    sitting: takeover.sitting ?? null,
    adjourned_at: takeover.adjournedAt ?? null,
    brought_at: takeover.broughtAt ?? null,
  }
}
