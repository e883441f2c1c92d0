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

/** Begins the recordings of sittings in session, one at a time each; null where none is to be begun, or another server was first. */
export function recordingBeginner({ store, now }: { store: Pick<RecordingStore, 'ever' | 'insert'>; now: () => Date }) {
  /** `follows`: whether another may come after the last one, which is over. */
  async function begin(sitting: RecordedSitting, follows: (last: StoredRecording) => boolean) {
    if (!isToRecord(sitting)) return null
    const { id, captionsId, plan } = sitting
    const before = await store.ever(id)
    const last = before.at(-1)
    if (last !== undefined && (last.state === 'recording' || !follows(last))) return null
    const recording: StoredRecording = {
      // The same on every server, so that one of them begins it.
      id: `${id}-${before.length + 1}`,
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
    byItself: (sitting: RecordedSitting) => begin(sitting, ({ recorded }) => recorded.endedBy === 'closing'),
    /** Somebody wants it after all. */
    byHand: (sitting: RecordedSitting) => begin(sitting, () => true),
  }
}
