import { type DisplayEvidence, type GlassPicture, type Id, PlayerLog } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'

export type EvidenceStore = ReturnType<typeof evidenceStore>

/** The newest picture and log of each display; the ones before are not kept. */
export function evidenceStore(db: MainDatabase) {
  const put = async (displayId: Id, parts: { picture_at?: string; jpeg?: string; log?: string }): Promise<void> => {
    await db
      .insertInto('display_evidence')
      .values({ display_id: displayId, picture_at: null, jpeg: null, log: null, ...parts })
      .onConflict((conflict) => conflict.column('display_id').doUpdateSet(parts))
      .execute()
  }
  return {
    putPicture: (displayId: Id, { takenAt, jpeg }: GlassPicture) => put(displayId, { picture_at: takenAt, jpeg }),
    putLog: (displayId: Id, log: PlayerLog) => put(displayId, { log: JSON.stringify(log) }),
    of: async (displayId: Id): Promise<DisplayEvidence> => {
      const row = await db
        .selectFrom('display_evidence')
        .select(['picture_at', 'log'])
        .where('display_id', '=', displayId)
        .executeTakeFirst()
      const log = row?.log ?? null
      return { pictureAt: row?.picture_at ?? null, log: log === null ? null : PlayerLog.parse(JSON.parse(log)) }
    },
    picture: async (displayId: Id): Promise<Uint8Array | null> => {
      const row = await db
        .selectFrom('display_evidence')
        .select('jpeg')
        .where('display_id', '=', displayId)
        .executeTakeFirst()
      return row?.jpeg == null ? null : Buffer.from(row.jpeg, 'base64')
    },
    /** What is left of displays that are no more. */
    removeOrphans: async (): Promise<void> => {
      await db
        .deleteFrom('display_evidence')
        .where('display_id', 'not in', (e) => e.selectFrom('display').select('id'))
        .execute()
    },
  }
}
