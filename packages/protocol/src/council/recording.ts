import { z } from 'zod'
import { FileRef } from '../file-ref.ts'
import { Texts } from '../language.ts'
import { Id, Instant } from '../primitives.ts'

/** `recording`: its sitting is open; `finishing`: what was recorded is put together; `failed`: that did not work, and can be tried again. */
export const RECORDING_STATES = ['recording', 'finishing', 'ready', 'failed'] as const
export const RecordingState = z.enum(RECORDING_STATES)
export type RecordingState = z.infer<typeof RecordingState>

/**
 * What was recorded without a gap: a recess, a stream that died and a server that restarted begin the next part. `startedAt` is
 * when its first picture was taken, as near as the stream tells.
 */
export const RecordedPart = z.object({
  number: z.int().positive(),
  startedAt: Instant,
  durationMs: z.int().nonnegative(),
})
export type RecordedPart = z.infer<typeof RecordedPart>

export const MOST_CHAPTERS = 300

/** Where an item of the agenda begins, counted from the start of the recording. */
export const RecordingChapter = z.object({
  startMs: z.int().nonnegative(),
  /** As the agenda has it: `日程第3`. */
  number: z.string().trim().min(1).max(40).optional(),
  title: Texts,
})
export type RecordingChapter = z.infer<typeof RecordingChapter>

/** What keeps a recording from going on or from being whole. */
export const RECORDING_PROBLEMS = [
  'noStream',
  'streamAway',
  'noRoom',
  'diskFull',
  'noFfmpeg',
  'nothingRecorded',
  'notWritten',
  'noRoomToJoin',
  'unreadable',
] as const
export const RecordingProblem = z.enum(RECORDING_PROBLEMS)
export type RecordingProblem = z.infer<typeof RecordingProblem>

/**
 * Where a moment of the day is in a recording, in milliseconds from its start; null after its end. What happened in a gap leads to where
 * the picture goes on, `gapMs` later.
 */
export function recordedAt(
  parts: readonly Pick<RecordedPart, 'startedAt' | 'durationMs'>[],
  atMs: number,
): { ms: number; gapMs: number } | null {
  let before = 0
  for (const { startedAt, durationMs } of parts) {
    const into = atMs - Date.parse(startedAt)
    if (into < durationMs) return { ms: before + Math.max(0, into), gapMs: Math.max(0, -into) }
    before += durationMs
  }
  return null
}

/** What was said so shortly before the picture began belongs to it. */
const GAP_MS = 2_000

/** Where it is heard that something was said at a moment of the day, in milliseconds from the start of a recording; null: nowhere in it. */
export function saidAt(parts: readonly Pick<RecordedPart, 'startedAt' | 'durationMs'>[], atMs: number): number | null {
  const at = recordedAt(parts, atMs)
  return at === null || at.gapMs > GAP_MS ? null : at.ms
}

/** The recording of a sitting, as staff see it. */
export const RecordingView = z.object({
  id: Id,
  /** The sitting may be gone; what was recorded stays. */
  sittingId: Id.nullable(),
  /** Its transcript. */
  captionsId: Id.nullable(),
  title: Texts,
  startedAt: Instant,
  state: RecordingState,
  problem: RecordingProblem.nullable(),
  /** Is a picture being recorded at this moment? */
  isRunning: z.boolean(),
  parts: z.array(RecordedPart),
  durationMs: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** How far putting together is. */
  percent: z.int().min(0).max(100).nullable(),
  chapters: z.array(RecordingChapter).max(MOST_CHAPTERS),
  /** The film of the media library, once it is ready. */
  assetId: Id.nullable(),
  film: FileRef.nullable(),
  /** Its sitting goes on and nothing records it: somebody ended this, or it lacked room. */
  mayGoOn: z.boolean(),
  /** Visitors find it at kiosks. */
  onKiosk: z.boolean(),
  version: z.int().positive(),
})
export type RecordingView = z.infer<typeof RecordingView>

/** Chapters are put in order of time. */
export const RecordingInput = RecordingView.pick({ title: true, chapters: true, onKiosk: true, version: true })
export type RecordingInput = z.infer<typeof RecordingInput>

const GIB = 1024 ** 3
const Room = z.object({
  /** What all recordings may take. */
  mostBytes: z
    .int()
    .min(1024 ** 2)
    .max(1024 * 1024 * GIB),
  /** What stays free on the disk. */
  keepFreeBytes: z
    .int()
    .nonnegative()
    .max(1024 * 1024 * GIB),
  /** Makes room by deleting the oldest that no kiosk and no playlist shows. */
  deletesOldest: z.boolean(),
})
export const RecordingSettingsInput = Room.extend({ version: z.int().nonnegative() })
export type RecordingSettingsInput = z.infer<typeof RecordingSettingsInput>
export const ROOM_AT_FIRST: z.infer<typeof Room> = {
  mostBytes: 200 * GIB,
  keepFreeBytes: 20 * GIB,
  deletesOldest: false,
}

/** All recordings, and how much room there is for more. `canRecord`: ffmpeg is installed. */
export const RecordingsView = z.object({
  recordings: z.array(RecordingView),
  settings: RecordingSettingsInput,
  canRecord: z.boolean(),
  usedBytes: z.int().nonnegative(),
  freeBytes: z.int().nonnegative(),
})
export type RecordingsView = z.infer<typeof RecordingsView>
