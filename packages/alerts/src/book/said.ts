import type { Alert, AlertSlot, Instant, SaidWord } from '@akari/protocol'
import { msOf } from '../instant.ts'
import { compareOrder } from './slots.ts'

/** A word that comes later than this was shown elsewhere long ago: no dwell begins when it arrives. */
const LATEST_MS = 2 * 60_000
/** Repeats of what stands are forgotten after the longest time that a policy can ask for (dwellSeconds). */
const REPEATS_MS = 3600_000
const MOST_WORDS = 24

/** What a slot remembers of how it came to be what it is. */
export type Memory = Pick<AlertSlot, 'said' | 'endedBy'>

export function saidWord(alert: Alert, order: number[], heardAt: Instant): SaidWord {
  const { sentAt, level, class: kind, intensity } = alert
  return { order, sentAt, heardAt, level, class: kind, intensity }
}

/** From when its dwell counts, in ms since 1970. */
export function countsFromMs({ sentAt, heardAt }: SaidWord): number {
  return Math.min(msOf(heardAt), msOf(sentAt) + LATEST_MS)
}

/** After the newest word, which raised it (again). */
export function afterWord(known: AlertSlot | null, word: SaidWord, heardAt: Instant): Memory {
  const endedBy = known?.endedBy
  return { said: kept([...(known?.said ?? []), word], endedBy, heardAt), ...(endedBy && { endedBy }) }
}

/** After the newest word, which ended it. What was said stays while the glass says that it is over. */
export function afterEnd(known: AlertSlot | null, order: number[], isOnGlass: boolean): Memory {
  const said = isOnGlass ? known?.said : undefined
  return { endedBy: order, ...(said && { said }) }
}

/**
 * An older word that raised it comes late: it changes nothing but the memory, so that any order of the same words leads to
 * the same. The same object where there is nothing to remember.
 */
export function withLateWord(known: AlertSlot, word: SaidWord, heardAt: Instant): AlertSlot {
  const { said, endedBy } = known
  if (known.alert?.phase !== 'inForce' || said === undefined) return known
  if (said.some(({ order }) => compareOrder(order, word.order) === 0)) return known
  const after = kept([...said, word], endedBy, heardAt)
  return after.includes(word) ? { ...known, said: after } : known
}

/** An older word that ended it comes late: what was said before it does not count any more. */
export function withLateEnd(known: AlertSlot, order: number[]): AlertSlot {
  if (known.endedBy !== undefined && compareOrder(known.endedBy, order) >= 0) return known
  if (known.alert?.phase !== 'inForce' || known.said === undefined) return { ...known, endedBy: order }
  return { ...known, endedBy: order, said: known.said.filter((word) => compareOrder(word.order, order) > 0) }
}

/** In their order: the first of all, each that changed how grave it is, and repeats of the last hour. */
function kept(words: readonly SaidWord[], endedBy: number[] | undefined, now: Instant): SaidWord[] {
  const since = words
    .filter(({ order }) => endedBy === undefined || compareOrder(order, endedBy) > 0)
    .toSorted((a, b) => compareOrder(a.order, b.order))
  const worth = since.filter((word, index) => {
    const before = since[index - 1]
    return before === undefined || !isAsGrave(before, word) || countsFromMs(word) + REPEATS_MS > msOf(now)
  })
  return worth.length <= MOST_WORDS ? worth : [...worth.slice(0, 1), ...worth.slice(1 - MOST_WORDS)]
}

/** Do both say the same of how grave it is? */
export function isAsGrave(a: SaidWord, b: SaidWord): boolean {
  return (
    a.level === b.level &&
    a.class === b.class &&
    a.intensity?.from === b.intensity?.from &&
    a.intensity?.to === b.intensity?.to
  )
}
