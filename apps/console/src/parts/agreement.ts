import { type Direction, isContent } from '@akari/programme'
import type { DisplayView } from '@akari/protocol'
import { isConnected } from './display-state.ts'

/** Is what a display reports the same as what it is to show? */
export type Agreement =
  | { kind: 'same' }
  /** It has not said, or not lately enough to be believed. */
  | { kind: 'not-reported' }
  /** It still plays an older publication. */
  | { kind: 'older-programme' }
  /** The mains is away there: it shows the way out, which nobody here can know beforehand. */
  | { kind: 'on-battery' }
  | { kind: 'other-scene'; expected: string | null }

/** Screens cross-fade and clocks differ a little: only a report made this long after a change can contradict it. */
const SETTLES_MS = 5_000

/**
 * Compares the report of a display with the decision made here. Never says «same» for something that was not reported:
 * an offline display's last words are old.
 */
export function agreementOf(display: DisplayView, direction: Direction): Agreement {
  const reported = display.health?.onGlass ?? null
  if (reported === null || !isConnected(display)) return { kind: 'not-reported' }
  if (display.publishedRevision !== null && display.health?.programmeRevision !== display.publishedRevision) {
    return { kind: 'older-programme' }
  }
  if (reported.layer === 'power' && direction.layer !== 'emergency') return { kind: 'on-battery' }
  const expected = expectedTitle(direction)
  const sameLayer = reported.layer === direction.layer
  const sameTitle = expected === null || reported.title === null || reported.title.ja === expected
  if (sameLayer && sameTitle) return { kind: 'same' }
  if (sameLayer && !isNewerThan(display.health?.at ?? '', direction)) return { kind: 'same' }
  return { kind: 'other-scene', expected }
}

/** Was the report made when the present showing was already on the glass for sure? */
function isNewerThan(reportedAt: string, { item }: Direction): boolean {
  return item === null || Date.parse(reportedAt) - Date.parse(item.startedAt) > SETTLES_MS
}

/** The Japanese title of what is to be on the glass. */
function expectedTitle({ scene }: Direction): string | null {
  if (isContent(scene)) return scene.title.ja
  switch (scene.kind) {
    case 'emergency':
      return scene.alerts[0]?.words.headline.ja ?? null
    case 'guidance':
    case 'closed':
    case 'fallback':
      return null
  }
}
