import { Id, Instant, RecordedPart, RecordingInput, RecordingProblem, RecordingState } from '@akari/protocol'
import { z } from 'zod'

/** What staff write. `byHand`: somebody corrected the chapters, and nothing works them out any more. */
export const Said = RecordingInput.omit({ version: true }).extend({ byHand: z.boolean() })
export type Said = z.infer<typeof Said>

/** What whoever records finds. */
export const Recorded = z.object({
  parts: z.array(RecordedPart),
  bytes: z.int().nonnegative(),
  isRunning: z.boolean(),
  percent: z.int().nullable(),
  problem: RecordingProblem.nullable(),
  /** What it came to an end by: 閉会, somebody who had enough, or a lack of room or tools. */
  endedBy: z.enum(['closing', 'hand', 'lack']).nullable(),
})
export type Recorded = z.infer<typeof Recorded>

export const StoredRecording = z.object({
  id: Id,
  sittingId: Id.nullable(),
  captionsId: Id.nullable(),
  startedAt: Instant,
  state: RecordingState,
  said: Said,
  recorded: Recorded,
  assetId: Id.nullable(),
  version: z.int().positive(),
})
export type StoredRecording = z.infer<typeof StoredRecording>

export const NOTHING_YET: Recorded = {
  parts: [],
  bytes: 0,
  isRunning: false,
  percent: null,
  problem: null,
  endedBy: null,
}

/** The parts up to `nowMs`: what is being written is known up to the last look at it, and goes on. */
export function partsUntil({ parts, isRunning }: Pick<Recorded, 'parts' | 'isRunning'>, nowMs: number): RecordedPart[] {
  return parts.map((part, i) => {
    const goesOn = isRunning && i === parts.length - 1
    return goesOn ? { ...part, durationMs: Math.max(part.durationMs, nowMs - Date.parse(part.startedAt)) } : part
  })
}

export function durationOf({ parts }: Pick<Recorded, 'parts'>): number {
  return parts.reduce((sum, { durationMs }) => sum + durationMs, 0)
}
