import { loadSampleSitting, sampleRecording } from '@akari/content-samples'
import type { Id } from '@akari/protocol'
import type { AssetsService } from '../features/assets/assets.service.ts'
import { NOTHING_YET, type StoredRecording } from '../features/recordings/stored-recording.ts'
import type { Actor } from '../http/actor.ts'
import { takeIn } from './seed-media.ts'

export type SeedRecordingDeps = {
  assets: Pick<AssetsService, 'receive'>
  workDir: string
  actor: Actor
  addRecording: (recording: StoredRecording) => Promise<boolean>
}

const ID = 'sample-recording'

/** The sitting of the sample as it was recorded, for its kiosk. Doing it again changes nothing. */
export async function seedRecording(deps: SeedRecordingDeps, transcript: { id: Id; openedAt: number }): Promise<void> {
  const { title } = loadSampleSitting()
  const { file, parts, chapters } = sampleRecording()
  const film = await takeIn(deps, file, title)
  const at = (ms: number): string => new Date(transcript.openedAt + ms).toISOString()
  const recorded = parts.map(({ fromMs, durationMs }, n) => ({ number: n + 1, startedAt: at(fromMs), durationMs }))
  await deps.addRecording({
    id: ID,
    sittingId: null,
    captionsId: transcript.id,
    startedAt: at(0),
    state: 'ready',
    said: { title, chapters: [...chapters], onKiosk: true, byHand: true },
    recorded: { ...NOTHING_YET, parts: recorded, bytes: film.bytes, endedBy: 'closing' },
    assetId: film.id,
    version: 1,
  })
}
