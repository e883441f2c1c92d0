import type { DisplayView } from '@akari/protocol'
import type { Direction } from '@akari/programme'

/** Is what a display reports the same as what it is to show? */
export type Agreement =
  | { kind: 'same' }
  /** It has not said, or not lately enough to be believed. */
  | { kind: 'not-reported' }
  /** It still plays an older publication. */
  | { kind: 'older-programme' }
  | { kind: 'other-scene'; expected: string | null }

/** Screens cross-fade, clocks differ by a little: a report this much older than the present showing says nothing. */
const SETTLES_MS = 15_000

/**
 * Compares the report of a display with the decision made here. Never says «same» for something that was not reported:
 * an offline display's last words are old.
 */
export function agreementOf(display: DisplayView, direction: Direction, nowMs: number): Agreement {
  const reported = display.health?.onGlass ?? null
  if (reported === null || (display.status !== 'online' && display.status !== 'trouble'))
    return { kind: 'not-reported' }
  if (display.publishedRevision !== null && display.health?.programmeRevision !== display.publishedRevision) {
    return { kind: 'older-programme' }
  }
  const expected = expectedTitle(direction)
  const sameLayer = reported.layer === direction.layer
  const sameTitle = expected === null || reported.title === null || reported.title.ja === expected
  if (sameLayer && sameTitle) return { kind: 'same' }
  const changedAtMs = direction.item === null ? 0 : Date.parse(direction.item.startedAt)
  if (nowMs - changedAtMs < SETTLES_MS && reported.layer === direction.layer) return { kind: 'same' }
  return { kind: 'other-scene', expected }
}

/** The Japanese title of what is to be on the glass. */
export function expectedTitle({ scene }: Direction): string | null {
  switch (scene.kind) {
    case 'emergency':
      return scene.alerts[0]?.words.headline.ja ?? null
    case 'fallback':
      return null
    case 'image':
    case 'video':
    case 'floorMap':
    case 'live':
    case 'notice':
      return scene.title.ja
  }
}
