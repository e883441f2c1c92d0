import type { Id, SittingInput, SittingStanding } from '@akari/protocol'
import type { RecordingStore } from './recordings.store.ts'
import { NOTHING_YET, type StoredRecording } from './stored-recording.ts'

/** A sitting as far as its recording cares. */
export type RecordedSitting = {
  id: Id
  captionsId: Id
  plan: Pick<SittingInput, 'title' | 'streamId' | 'isRecorded'>
  standing: Pick<SittingStanding, 'phase' | 'adjournedAt'>
}

/** Whether a recording of it may begin at this moment. */
export function isToRecord({ plan, standing }: RecordedSitting): boolean {
  return plan.isRecorded && standing.phase === 'inSession'
}

/** Begins the recordings of sittings in session, one at a time each. */
export function recordingBeginner({ store, now }: { store: Pick<RecordingStore, 'ever' | 'insert'>; now: () => Date }) {
  async function next({ id, captionsId, plan }: RecordedSitting, number: number): Promise<StoredRecording | null> {
    const recording: StoredRecording = {
      // The same on every server, so that one of them begins it.
      id: `${id}-${number}`,
      sittingId: id,
      captionsId,
      startedAt: now().toISOString(),
      state: 'recording',
      said: { title: plan.title, chapters: [], onKiosk: false, byHand: false },
      recorded: NOTHING_YET,
      assetId: null,
      version: 1,
    }
    return (await store.insert(recording)) ? recording : null
  }

  return {
    /** One that ended by itself is followed by another when the sitting is opened again; one that somebody ended, or that lacked room, is not. */
    byItself: async (sitting: RecordedSitting): Promise<StoredRecording | null> => {
      if (!isToRecord(sitting)) return null
      const before = await store.ever(sitting.id)
      const last = before.at(-1)
      if (last?.state === 'recording' || (last !== undefined && last.recorded.endedBy !== 'closing')) return null
      return next(sitting, before.length + 1)
    },
    /** Somebody wants it after all; null where it is recorded already, or not in session. */
    byHand: async (sitting: RecordedSitting): Promise<StoredRecording | null> => {
      if (!isToRecord(sitting)) return null
      const before = await store.ever(sitting.id)
      return before.at(-1)?.state === 'recording' ? null : next(sitting, before.length + 1)
    },
  }
}
