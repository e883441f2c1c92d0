import { statfs } from 'node:fs/promises'
import type { RecordingProblem, RecordingSettingsInput } from '@akari/protocol'
import { type StoredRecording } from './stored-recording.ts'

export type Room = { usedBytes: number; freeBytes: number }

/** What recordings take, and what is free on their disk, in bytes. */
export async function roomOf(folder: string, recordings: readonly StoredRecording[]): Promise<Room> {
  const { bavail, bsize } = await statfs(folder)
  const usedBytes = recordings.reduce((sum, { recorded }) => sum + recorded.bytes, 0)
  return { usedBytes, freeBytes: bavail * bsize }
}

/** What keeps a recording of `bytes` from going on: it needs its own size once more when it is put together. */
export function lackOf(
  { usedBytes, freeBytes }: Room,
  { mostBytes, keepFreeBytes }: Pick<RecordingSettingsInput, 'mostBytes' | 'keepFreeBytes'>,
  bytes: number,
): RecordingProblem | null {
  if (usedBytes >= mostBytes) return 'noRoom'
  return freeBytes - bytes <= keepFreeBytes ? 'diskFull' : null
}

/** Which recordings to delete so that there is room again: the oldest first, none that is shown or not ready. */
export function toDelete(
  recordings: readonly StoredRecording[],
  mostBytes: number,
  isShown: (recording: StoredRecording) => boolean,
): StoredRecording[] {
  let over = recordings.reduce((sum, { recorded }) => sum + recorded.bytes, 0) - mostBytes
  const goes: StoredRecording[] = []
  const oldestFirst = recordings.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
  for (const recording of oldestFirst) {
    if (over < 0) break
    if (recording.state !== 'ready' || isShown(recording)) continue
    goes.push(recording)
    over -= recording.recorded.bytes
  }
  return goes
}
