import { z } from 'zod'
import { DisplayStatus } from '../display.ts'
import { Id, Instant } from '../primitives.ts'

export const SelfTestFailure = z.enum(['out-of-reach', 'not-sent', 'not-received', 'not-shown', 'interrupted'])
export type SelfTestFailure = z.infer<typeof SelfTestFailure>

const ms = z.int()

/** One trip of a test message from the server to the hidden canary and back. Stages are milliseconds since `acceptedAt`. */
export const SelfTestRun = z.object({
  id: Id,
  cause: z.enum(['nightly', 'interval', 'byHand']),
  displayId: Id,
  acceptedAt: Instant,
  broadcastMs: ms.nullable(),
  receivedMs: ms.nullable(),
  shownMs: ms.nullable(),
  /** Where the player can look at its own pixels; null elsewhere. */
  seenMs: ms.nullable(),
  outcome: z.enum(['underWay', 'passed', 'failed']),
  reason: SelfTestFailure.nullable(),
})
export type SelfTestRun = z.infer<typeof SelfTestRun>

export const SelfTestSettings = z.object({
  /** On the city's wall clock, every night. */
  nightlyAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** Also every five minutes, around the clock. */
  everyFiveMinutes: z.boolean(),
})
export type SelfTestSettings = z.infer<typeof SelfTestSettings>

/** Why staff should look: the last one failed, or the last seven are more than twice as slow as the month. */
export const SelfTestAlarm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('failed'), at: Instant, reason: SelfTestFailure }),
  z.object({ kind: z.literal('slow'), p95Ms: ms, usualMs: ms }),
])
export type SelfTestAlarm = z.infer<typeof SelfTestAlarm>

/** `runs`: oldest first. */
export const SelfTestBoard = z.object({
  canary: z.object({ displayId: Id, name: z.string(), status: DisplayStatus }).nullable(),
  settings: SelfTestSettings,
  alarm: SelfTestAlarm.nullable(),
  runs: z.array(SelfTestRun),
})
export type SelfTestBoard = z.infer<typeof SelfTestBoard>
