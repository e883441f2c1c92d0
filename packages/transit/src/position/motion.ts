import { type GroundLine, placeAlong } from './line.ts'
import type { Place } from '../model/timetable.ts'

/** A vehicle as it was seen, put on its line where it can be. `path`: equal for observations on one and the same line. */
export type Sighting = {
  path: string
  line: GroundLine | null
  /** Metres along the line; means nothing without one. */
  along: number
  place: Place
  /** Unix milliseconds. */
  seenAtMs: number
  /** May it be drawn on its way there? What is not live stands where it was seen. */
  moves: boolean
}

/**
 * How a vehicle is drawn: on its way between two places where it was seen, or standing at the last of them. Its moments are milliseconds of
 * a clock of the page that only goes forward, not of the source's.
 */
export type Motion = { sighting: Sighting; fromAlong: number; startsAtMs: number; endsAtMs: number }

/** Drawn no slower than this, so that what is live is not drawn where it was long ago. */
const MOST_MS = 30_000

/**
 * How a vehicle is drawn after one more sighting, of which one hears at `atMs`: it leaves for it from where it is drawn then, and takes as
 * long as it took between the two sightings. It jumps where it is on another line, on none, or not live. An earlier sighting, or the same
 * again, changes nothing.
 */
export function nextMotion(motion: Motion | null, sighting: Sighting, atMs: number): Motion {
  const still = { sighting, fromAlong: sighting.along, startsAtMs: atMs, endsAtMs: atMs }
  if (motion === null) return still
  const before = motion.sighting
  const isSameLine = before.line !== null && sighting.line !== null && before.path === sighting.path
  if (sighting.seenAtMs < before.seenAtMs) return motion
  if (sighting.seenAtMs === before.seenAtMs && sighting.moves === before.moves && isSameLine) return motion
  if (!isSameLine || !sighting.moves) return still
  const tookMs = Math.min(MOST_MS, sighting.seenAtMs - before.seenAtMs)
  return { sighting, fromAlong: alongAt(motion, atMs), startsAtMs: atMs, endsAtMs: atMs + tookMs }
}

/** Metres along its line at a moment: never beyond the two places between which it moves. */
export function alongAt({ sighting, fromAlong, startsAtMs, endsAtMs }: Motion, atMs: number): number {
  if (atMs >= endsAtMs) return sighting.along
  const share = Math.max(0, (atMs - startsAtMs) / (endsAtMs - startsAtMs))
  return fromAlong + (sighting.along - fromAlong) * share
}

/** Where a vehicle is drawn at a moment. */
export function drawnAt(motion: Motion, atMs: number): Place {
  const { line, place } = motion.sighting
  return line === null ? place : placeAlong(line, alongAt(motion, atMs))
}

/** Is it still on its way, so that it has to be drawn again? */
export function isUnderWay({ sighting, fromAlong, endsAtMs }: Motion, atMs: number): boolean {
  return atMs < endsAtMs && fromAlong !== sighting.along
}
