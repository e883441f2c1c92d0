import { setTimeout as pause } from 'node:timers/promises'
import type { AlertMode } from './alert-desk.ts'
import { type Display, onProgramme } from './display.ts'
import { isPicture } from './look.ts'
import type { Step } from './plan.ts'
import { withinLimit } from './within.ts'

/** Of the alert of one step, in ms from its acceptance, or from the end of a fault that left no path. */
export type AlertTimes = {
  /** Until its pixels were seen. */
  shownMs: number
  /** Until the CMS knew. */
  acknowledgedMs: number
}

export type Outcome = { times: AlertTimes | null; broken: string | null }

const MOST_CONVERGE_MS = 10_000
const MOST_ACKNOWLEDGE_MS = 30_000
const DARK_MS = 6_000
const ANSWER_MS = 2_000
const BACK_MS = 60_000

/** A full screen is told to be over for a minute, in which nothing is to be seen of the programme. */
const FULL_SCREEN_EVERY = 8

/** Does one fault, raises an alert while it lasts, ends it, and waits until the glass is back on its programme. */
export async function endure(display: Display, { fault, number, random }: Step, requestId: string): Promise<Outcome> {
  const mode = number % FULL_SCREEN_EVERY === 0 ? 'fullScreen' : 'banner'
  const undo = await fault.begin(display, random)
  let outcome: Outcome
  try {
    if (fault.leavesAPath) {
      const revision = await display.desk().raise(requestId, mode)
      outcome = await arrived(display, revision, MOST_ACKNOWLEDGE_MS)
    } else {
      // The CMS may be what is gone: then the alert is raised as soon as it is there.
      const early = await raised(display, requestId, mode)
      await pause(DARK_MS)
      await undo()
      const undoneAt = performance.now()
      const revision = early ?? (await withinLimit(BACK_MS, () => raised(display, requestId, mode)))
      outcome =
        revision === null
          ? { times: null, broken: `the CMS is not back within ${BACK_MS} ms` }
          : await arrived(display, revision, MOST_CONVERGE_MS, early === null ? performance.now() : undoneAt)
    }
  } finally {
    await undo()
  }
  return { ...outcome, broken: outcome.broken ?? (await recovered(display, requestId)) }
}

/** Ends the alert. What does not hold afterwards, or null: the glass has the end on it and the CMS knows. */
async function recovered(display: Display, requestId: string): Promise<string | null> {
  const isEnded = await withinLimit(BACK_MS, async () => {
    await display.desk().end(requestId)
    return true
  })
  if (isEnded === null) return `the alert cannot be ended within ${BACK_MS} ms`
  if ((await withinLimit(BACK_MS, async () => (await display.desk().acknowledged()) || null)) === null)
    return `the end of the alert is not acknowledged within ${BACK_MS} ms`
  const isThere = await withinLimit(BACK_MS, async () => {
    const look = await display.look()
    return onProgramme(look) ?? (isPicture(look) && look?.layer === 'emergency' ? true : null)
  })
  return isThere === null ? `neither the programme nor an emergency within ${BACK_MS} ms` : null
}

/** Waits for the pixels of the alert and for its acknowledgement at once. */
async function arrived(
  display: Display,
  revision: number,
  limitMs: number,
  startedAt = performance.now(),
): Promise<Outcome> {
  const timed = async (look: () => Promise<boolean>): Promise<number | null> =>
    (await withinLimit(BACK_MS, async () => (await look()) || null)) === null ? null : performance.now() - startedAt
  const onGlass = async () => {
    const look = await display.look()
    return isPicture(look) && (look?.alertRevision ?? 0) >= revision
  }
  const [shownMs, acknowledgedMs] = await Promise.all([timed(onGlass), timed(display.desk().acknowledged)])
  if (acknowledgedMs === null) return { times: null, broken: `an alert is not acknowledged within ${BACK_MS} ms` }
  if (shownMs === null) return { times: null, broken: `an alert is acknowledged and not seen within ${BACK_MS} ms` }
  const times = { shownMs, acknowledgedMs }
  const lastMs = Math.round(Math.max(shownMs, acknowledgedMs))
  return { times, broken: lastMs > limitMs ? `an alert after ${lastMs} ms, wanted ${limitMs} ms` : null }
}

/** Null when nobody is there to raise it, or nobody answers in time: a stopped CMS does it once it goes on. */
async function raised(display: Display, requestId: string, mode: AlertMode): Promise<number | null> {
  const answered = display
    .desk()
    .raise(requestId, mode)
    .catch(() => null)
  return Promise.race([answered, pause(ANSWER_MS, null)])
}
