import { SITTING_OVERRUN_MS } from '@akari/programme'
import type { SittingInput, SittingStanding } from '@akari/protocol'

const LONGEST_MS = 24 * 3600_000
const HOUR_MS = 3600_000
/** Displays have a takeover that many hours before, so that they follow it without the server. */
const AHEAD_MS = 24 * 3600_000
/** A stream that is not there any more for so long has ended; one that nobody can reach has not. */
const GONE_MS = 120_000

export type PlannedSitting = Pick<
  SittingInput,
  'startsAt' | 'endsAt' | 'opening' | 'closing' | 'countdownMinutes' | 'afterMinutes' | 'streamId'
> & { standing: SittingStanding }

/** How a stream is (`gone`: asked, and not there; `unknown`: nobody could ask), and since when in Unix milliseconds. */
export type StreamNow = { state: 'live' | 'ended' | 'gone' | 'unknown'; sinceMs: number | null }

/** When the displays of a sitting are to show it, as things stand (Unix milliseconds). */
export function shownTimes(sitting: PlannedSitting, nowMs: number): { startsMs: number; endsMs: number } {
  const { standing, countdownMinutes } = sitting
  const startsMs = Date.parse(sitting.startsAt) - countdownMinutes * 60_000
  const openedMs = standing.openedAt === null ? startsMs : Date.parse(standing.openedAt)
  return { startsMs: Math.min(startsMs, openedMs), endsMs: endOf(sitting, nowMs) }
}

function endOf({ startsAt, endsAt, opening, closing, afterMinutes, standing }: PlannedSitting, nowMs: number): number {
  const [plannedMs, afterMs] = [Date.parse(endsAt), afterMinutes * 60_000]
  if (standing.adjournedAt !== null) return Date.parse(standing.adjournedAt) + afterMs
  const closesByTime = closing === 'time' && !standing.byHand
  if (closesByTime) return plannedMs + afterMs
  // One that nobody opened ends when it was meant to: its displays are not to wait for it.
  if (standing.phase === 'planned' && (opening !== 'time' || standing.byHand)) return plannedMs
  // On again hour by hour while it is not closed.
  const goesOnMs = standing.phase === 'planned' ? plannedMs : Math.max(plannedMs, nowMs - (nowMs % HOUR_MS))
  return Math.min(goesOnMs + SITTING_OVERRUN_MS, Date.parse(startsAt) + LONGEST_MS)
}

/** Is it time that its displays have it in their programmes, and not over? */
export function isInProgrammes(sitting: PlannedSitting, nowMs: number): boolean {
  const { startsMs, endsMs } = shownTimes(sitting, nowMs)
  return startsMs - AHEAD_MS <= nowMs && nowMs < endsMs
}

/** Closed, or never opened until it was meant to end. */
export function isOver({ standing, endsAt }: Pick<PlannedSitting, 'standing' | 'endsAt'>, nowMs: number): boolean {
  return standing.phase === 'adjourned' || (standing.phase === 'planned' && Date.parse(endsAt) <= nowMs)
}

/** Open, in a recess as well. */
export function isInSession({ standing: { phase } }: Pick<PlannedSitting, 'standing'>): boolean {
  return phase === 'inSession' || phase === 'recess'
}

/** Is its stream to be looked at now, because it may open or close it? */
export function followsStream(sitting: PlannedSitting, nowMs: number): boolean {
  const { standing, opening, closing } = sitting
  if (standing.byHand || standing.phase === 'adjourned' || isOver(sitting, nowMs)) return false
  if (standing.phase === 'planned') return opening === 'stream' && shownTimes(sitting, nowMs).startsMs <= nowMs
  return closing === 'stream'
}

/** What is to be done to a sitting without anybody pressing anything; null: nothing. */
export function stepByRule(
  sitting: PlannedSitting,
  stream: StreamNow | null,
  nowMs: number,
): 'open' | 'adjourn' | null {
  const { standing, opening, closing } = sitting
  if (standing.byHand) return null
  switch (standing.phase) {
    case 'planned':
      return nowMs < Date.parse(sitting.endsAt) && opensNow(sitting, opening, stream, nowMs) ? 'open' : null
    case 'inSession':
    case 'recess':
      return closesNow(sitting, closing, stream, nowMs) ? 'adjourn' : null
    case 'adjourned':
      return null
  }
}

function opensNow(sitting: PlannedSitting, rule: SittingInput['opening'], stream: StreamNow | null, nowMs: number) {
  switch (rule) {
    case 'clerk':
      return false
    case 'time':
      return Date.parse(sitting.startsAt) <= nowMs
    case 'stream':
      // What a camera shows before the countdown is a test of it.
      return stream?.state === 'live' && shownTimes(sitting, nowMs).startsMs <= nowMs
  }
}

function closesNow(sitting: PlannedSitting, rule: SittingInput['closing'], stream: StreamNow | null, nowMs: number) {
  switch (rule) {
    case 'clerk':
      return false
    case 'time':
      return Date.parse(sitting.endsAt) <= nowMs
    case 'stream': {
      if (stream === null || sitting.standing.openedAt === null) return false
      const openedMs = Date.parse(sitting.standing.openedAt)
      // What was over before the sitting began is another sitting's.
      if (stream.sinceMs === null || stream.sinceMs < openedMs) return false
      if (stream.state === 'ended') return true
      return stream.state === 'gone' && nowMs - stream.sinceMs >= GONE_MS
    }
  }
}
