import type { AssetView, DraftItem, Id, Instant } from '@akari/protocol'

/** When an item is shown: its own dates and those of its file, whichever is narrower; null: from ever, or for good. */
export type Dated = { id: Id; from: Instant | null; until: Instant | null }

type Bar = Dated & {
  /** Percent of the axis. */
  left: number
  width: number
  state: 'past' | 'now' | 'coming' | 'never'
}

type Axis = { bars: Bar[]; ticks: { at: Instant; left: number }[]; nowAt: number }

const DAY_MS = 86_400_000
const BEFORE_MS = 3 * DAY_MS
const SHORTEST_MS = 28 * DAY_MS
const LONGEST_MS = 180 * DAY_MS
/** A bar is not drawn thinner than this, so that one finds it. */
const THINNEST = 0.8

/** The dates of an item that has any; what is always shown has none. */
export function datesOf(item: DraftItem, assets: readonly AssetView[], assetId: Id | null): Dated | null {
  const asset = assets.find(({ id }) => id === assetId)
  const from = outermost(item.validFrom, asset?.validFrom ?? null, Math.max)
  const until = outermost(item.validUntil, asset?.validUntil ?? null, Math.min)
  return from === null && until === null ? null : { id: item.id, from, until }
}

/**
 * Lays dates on an axis of days that begins shortly before now and ends after the last of them: four weeks long at least, half
 * a year at most. `dayStarts` gives the beginning of the local days on which a line is drawn between two moments.
 */
export function axisOf(
  dated: readonly Dated[],
  nowMs: number,
  dayStarts: (fromMs: number, toMs: number) => Instant[],
): Axis {
  const fromMs = nowMs - BEFORE_MS
  const known = dated.flatMap(({ from, until }) => [from, until].flatMap((at) => (at === null ? [] : [Date.parse(at)])))
  const lastMs = Math.max(...known, nowMs) + BEFORE_MS
  const toMs = Math.min(Math.max(lastMs, fromMs + SHORTEST_MS), fromMs + LONGEST_MS)
  const percent = (ms: number): number => (Math.min(Math.max(ms, fromMs), toMs) - fromMs) / ((toMs - fromMs) / 100)
  return {
    bars: dated.map((dates) => {
      const [begins, ends] = [msOf(dates.from, fromMs), msOf(dates.until, toMs)]
      const width = Math.max(percent(ends) - percent(begins), THINNEST)
      return { ...dates, left: Math.min(percent(begins), 100 - width), width, state: stateOf(dates, nowMs) }
    }),
    ticks: dayStarts(fromMs, toMs).map((at) => ({ at, left: percent(Date.parse(at)) })),
    nowAt: percent(nowMs),
  }
}

function stateOf({ from, until }: Dated, nowMs: number): Bar['state'] {
  const [begins, ends] = [msOf(from, Number.NEGATIVE_INFINITY), msOf(until, Number.POSITIVE_INFINITY)]
  if (ends <= begins) return 'never'
  if (ends <= nowMs) return 'past'
  return begins <= nowMs ? 'now' : 'coming'
}

function msOf(at: Instant | null, instead: number): number {
  return at === null ? instead : Date.parse(at)
}

function outermost(a: Instant | null, b: Instant | null, of: (a: number, b: number) => number): Instant | null {
  if (a === null || b === null) return a ?? b
  return of(Date.parse(a), Date.parse(b)) === Date.parse(a) ? a : b
}
