import type { Id } from '@akari/protocol'
import type { Selectable } from 'kysely'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'
import { type Recorded, Recorded as RecordedSchema, Said, StoredRecording } from './stored-recording.ts'

/** Who has a recording in hand, and until when (milliseconds). */
export type Hold = { holder: string; nowMs: number; untilMs: number }
export type RecordingStore = ReturnType<typeof recordingStore>

export function recordingStore(db: MainDatabase) {
  const kept = () => db.selectFrom('recording').where('deleted_at', 'is', null)

  return {
    /** The newest first. */
    list: async (): Promise<StoredRecording[]> => {
      const rows = await kept().selectAll().orderBy('started_at', 'desc').orderBy('id').execute()
      return rows.map(fromRow)
    },
    /** Those that somebody must have in hand. */
    open: async (): Promise<StoredRecording[]> => {
      const rows = await kept()
        .selectAll()
        .where('state', 'in', ['recording', 'finishing'])
        .orderBy('started_at')
        .execute()
      return rows.map(fromRow)
    },
    find: async (id: Id): Promise<StoredRecording | null> => {
      const row = await kept().selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    /** The recordings of a sitting, or with that transcript, in order. */
    of: async (which: 'sitting_id' | 'captions_id', id: Id): Promise<StoredRecording[]> => {
      const rows = await kept().selectAll().where(which, '=', id).orderBy('started_at').execute()
      return rows.map(fromRow)
    },
    /** All that there ever were of a sitting, in order: those that were deleted, too. */
    ever: async (sittingId: Id): Promise<StoredRecording[]> => {
      const rows = await db
        .selectFrom('recording')
        .selectAll()
        .where('sitting_id', '=', sittingId)
        .orderBy('started_at')
        .execute()
      return rows.map(fromRow)
    },
    /** Those of these sittings of which kiosks show a recording. */
    atKiosks: async (sittingIds: readonly Id[]): Promise<ReadonlySet<Id>> => {
      const rows = await kept()
        .select(['sitting_id', 'said'])
        .where('sitting_id', 'in', sittingIds)
        .where('state', '=', 'ready')
        .execute()
      const shown = rows.filter(({ said }) => Said.parse(JSON.parse(said)).onKiosk)
      return new Set(shown.flatMap(({ sitting_id }) => sitting_id ?? []))
    },
    /** False where another server was first. */
    insert: async (recording: StoredRecording): Promise<boolean> => {
      const row = { ...toRow(recording), holder: '', held_until: 0, deleted_at: null }
      const done = await db
        .insertInto('recording')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst()
      return done.numInsertedOrUpdatedRows === 1n
    },
    /** Takes it in hand, or keeps it there; false while another server has it. */
    hold: async (id: Id, { holder, nowMs, untilMs }: Hold): Promise<boolean> => {
      const done = await db
        .updateTable('recording')
        .set({ holder, held_until: untilMs })
        .where('id', '=', id)
        .where((e) => e.or([e('holder', '=', holder), e('held_until', '<', nowMs)]))
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** Lets another server take it in hand at once. */
    letGo: async (holder: string): Promise<void> => {
      await db.updateTable('recording').set({ held_until: 0 }).where('holder', '=', holder).execute()
    },
    /** What the holder found; false when another has taken it meanwhile, or it has gone on to another state. */
    note: async (
      id: Id,
      { holder, state }: Pick<Hold, 'holder'> & Pick<StoredRecording, 'state'>,
      recorded: Recorded,
    ): Promise<boolean> => {
      const done = await db
        .updateTable('recording')
        .set({ recorded: JSON.stringify(recorded) })
        .where('id', '=', id)
        .where('holder', '=', holder)
        .where('state', '=', state)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** From that state to another; false when it is not in it. */
    move: async (
      id: Id,
      from: StoredRecording['state'],
      to: Pick<StoredRecording, 'state'> & Partial<Pick<StoredRecording, 'recorded' | 'assetId'>>,
    ): Promise<boolean> => {
      const done = await db
        .updateTable('recording')
        .set({
          state: to.state,
          ...(to.recorded === undefined ? {} : { recorded: JSON.stringify(to.recorded) }),
          ...(to.assetId === undefined ? {} : { asset_id: to.assetId }),
        })
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** What staff say, where it still has `expectedVersion`; false otherwise. */
    say: async (id: Id, said: Said, expectedVersion: number): Promise<boolean> => {
      const done = await db
        .updateTable('recording')
        .set({ said: JSON.stringify(said), version: expectedVersion + 1 })
        .where('id', '=', id)
        .where('version', '=', expectedVersion)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
    /** From here on only `ever` knows of it; false where it is gone already. */
    remove: async (id: Id, at: Date): Promise<boolean> => {
      const done = await db
        .updateTable('recording')
        .set({ deleted_at: at.toISOString(), asset_id: null })
        .where('id', '=', id)
        .where('deleted_at', 'is', null)
        .executeTakeFirst()
      return done.numUpdatedRows === 1n
    },
  }
}

function fromRow(row: Selectable<MainTables['recording']>): StoredRecording {
  return StoredRecording.parse({
    id: row.id,
    sittingId: row.sitting_id,
    captionsId: row.captions_id,
    startedAt: row.started_at,
    state: row.state,
    said: Said.parse(JSON.parse(row.said)),
    recorded: RecordedSchema.parse(JSON.parse(row.recorded)),
    assetId: row.asset_id,
    version: row.version,
  })
}

function toRow(recording: StoredRecording): Omit<MainTables['recording'], 'holder' | 'held_until' | 'deleted_at'> {
  return {
    id: recording.id,
    sitting_id: recording.sittingId,
    captions_id: recording.captionsId,
    started_at: recording.startedAt,
    state: recording.state,
    said: JSON.stringify(recording.said),
    recorded: JSON.stringify(recording.recorded),
    asset_id: recording.assetId,
    version: recording.version,
  }
}
