import { FileRef, type Id, ProgrammeArchive } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import { settingStore } from '../setting.store.ts'

/** A transcript as kiosks get it, and what it was made of; no file where nothing that was said is in the recording. */
export type KeptTranscript = { mark: string; file: FileRef | null }
export type KioskArchiveStore = ReturnType<typeof kioskArchiveStore>

export function kioskArchiveStore(db: MainDatabase) {
  const archive = settingStore(db, 'kiosk-archive', ProgrammeArchive.nullable(), null)
  return {
    /** What kiosks are to have; null: no recording is shown on any. */
    read: archive.read,
    write: archive.write,
    transcripts: async (): Promise<Map<Id, KeptTranscript>> => {
      const rows = await db.selectFrom('recording_transcript').selectAll().execute()
      return new Map(
        rows.map(({ recording_id, mark, file }) => [
          recording_id,
          { mark, file: file === null ? null : FileRef.parse(JSON.parse(file)) },
        ]),
      )
    },
    keepTranscript: async (recordingId: Id, { mark, file }: KeptTranscript): Promise<void> => {
      const values = { mark, file: file === null ? null : JSON.stringify(file) }
      await db
        .insertInto('recording_transcript')
        .values({ recording_id: recordingId, ...values })
        .onConflict((conflict) => conflict.column('recording_id').doUpdateSet(values))
        .execute()
    },
    forgetTranscripts: async (recordingIds: readonly Id[]): Promise<void> => {
      if (recordingIds.length === 0) return
      await db.deleteFrom('recording_transcript').where('recording_id', 'in', recordingIds).execute()
    },
  }
}
