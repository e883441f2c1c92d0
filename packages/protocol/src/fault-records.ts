import { z } from 'zod'
import { Id, Instant } from './primitives.ts'

/**
 * What was wrong with a display for a stretch of time, told by itself, also afterwards: from when it was met first to when it
 * was met last. Told when it begins, and again with the same id when it has not come back for ten minutes.
 */
export const FaultRecord = z.object({
  id: Id,
  code: z.string().min(1).max(60),
  detail: z.string().max(300),
  firstAt: Instant,
  lastAt: Instant,
  times: z.int().positive(),
  over: z.boolean(),
})
export type FaultRecord = z.infer<typeof FaultRecord>

export const MOST_FAULTS_PER_UPLOAD = 200
/** Idempotent, in any order: what is known already changes nothing. */
export const FaultUpload = z.object({ faults: z.array(FaultRecord).max(MOST_FAULTS_PER_UPLOAD) })
export type FaultUpload = z.infer<typeof FaultUpload>
