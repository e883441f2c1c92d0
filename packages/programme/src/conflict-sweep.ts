import type { ConflictBehind, ConflictSide, Id, ScheduleConflict } from '@akari/protocol'
import { byRank, type InterruptWindow, rankOf, type Window } from './unroll.ts'

/** What of a conflict is the same on every display with these windows; times in Unix milliseconds. */
export type Stretch = Pick<ScheduleConflict, 'shown' | 'behind' | 'mixed'> & { fromMs: number; toMs: number }

/** The stretches of one set of windows, and which entries of it are seen at all, or else behind whom. */
export type Swept = { stretches: Stretch[]; seen: Set<Id>; behind: Map<Id, Set<Id>> }

/**
 * Walks through the moments at which something begins or ends. `windows` and `interrupts` are all that is due on a display,
 * sorted by start. Costs O(W log W) for their W boundaries and O(k log k) at each for the k that are due there.
 */
export function sweep(
  windows: readonly Window[],
  interrupts: readonly InterruptWindow[],
  fromMs: number,
  toMs: number,
): Swept {
  const dropped = dropsOf(windows)
  const swept: Swept = { stretches: [], seen: new Set(), behind: new Map() }
  const moments = momentsOf([...windows, ...interrupts], dropped, fromMs, toMs)
  const due = following(windows)
  const mixing = following(interrupts)
  for (const [n, atMs] of moments.entries()) {
    const endMs = moments[n + 1]
    if (endMs === undefined) break
    const standing = standingAt(due(atMs), mixing(atMs), dropped, atMs)
    const { ranked, mixed } = standing
    if (ranked.length === 0) continue
    count(swept, standing, dropped)
    if (ranked.length + mixed.length > 1 || standing.staying.length === 0) {
      swept.stretches.push({ ...stretchOf(standing), fromMs: atMs, toMs: endMs })
    }
  }
  return swept
}

/** What is due at a moment, the highest first, and what of it was not dropped before. */
type Standing = { ranked: readonly Window[]; staying: readonly Window[]; mixed: readonly InterruptWindow[] }

function standingAt(
  due: readonly Window[],
  mixed: readonly InterruptWindow[],
  dropped: ReadonlyMap<Window, Drop>,
  atMs: number,
): Standing {
  const ranked = latestOfEach(due).sort(byRank)
  const staying = ranked.filter((window) => (dropped.get(window)?.fromMs ?? Number.POSITIVE_INFINITY) > atMs)
  return { ranked, staying, mixed: latestOfEach(mixed) }
}

function stretchOf({ ranked, staying, mixed }: Standing): Pick<Stretch, 'shown' | 'behind' | 'mixed'> {
  const topRank = staying[0] === undefined ? Number.NEGATIVE_INFINITY : rankOf(staying[0])
  const shown = staying.filter((window) => rankOf(window) === topRank)
  const asked = mixed.reduce((sum, { share }) => sum + share, 0)
  return {
    shown: shown.map(sideOf),
    behind: ranked.filter((window) => !shown.includes(window)).map((window) => behindOf(window, topRank)),
    mixed: mixed.map((window) => ({ ...sideOf(window), share: asked > 1 ? window.share / asked : window.share })),
  }
}

function sideOf({ entryId, originalStart, conditions }: Window): ConflictSide {
  return { entryId, originalStart, ...(conditions.length === 0 ? {} : { conditional: true as const }) }
}

function behindOf(window: Window, topRank: number): ConflictBehind {
  const because = rankOf(window) < topRank ? 'priority' : 'dropped'
  return { ...sideOf(window), because, onHigher: window.onHigher }
}

/** A series whose windows overlap has one turn: that of its latest window. */
function latestOfEach<W extends Window>(due: readonly W[]): W[] {
  const latest = new Map<Id, W>()
  for (const window of due) {
    const other = latest.get(window.entryId)
    if (other === undefined || other.startsAtMs < window.startsAtMs) latest.set(window.entryId, window)
  }
  return [...latest.values()]
}

/** Who is seen here, and who is behind whom. What waits for a value may not be shown, so it hides nobody for certain. */
function count(
  { seen, behind }: Swept,
  { ranked, staying, mixed }: Standing,
  dropped: ReadonlyMap<Window, Drop>,
): void {
  const hides = (hidden: Window, by: readonly Window[]): void => {
    const all = behind.get(hidden.entryId) ?? new Set()
    behind.set(hidden.entryId, all)
    for (const { entryId } of by) all.add(entryId)
  }
  const surelyMixed = mixed.filter(isCertain)
  if (surelyMixed.reduce((sum, { share }) => sum + share, 0) >= 1) {
    for (const window of ranked) hides(window, surelyMixed)
    return
  }
  const covering: Window[] = []
  for (const window of staying) {
    const higher = covering.filter((other) => rankOf(other) > rankOf(window))
    if (higher.length > 0) hides(window, higher)
    else seen.add(window.entryId)
    if (isCertain(window)) covering.push(window)
  }
  for (const window of ranked) {
    const drop = dropped.get(window)
    if (drop !== undefined && !staying.includes(window)) hides(window, [drop.by])
  }
}

function isCertain({ conditions }: Window): boolean {
  return conditions.length === 0
}

type Drop = { fromMs: number; by: Window }

/** From when on a window that never comes back is dropped: the first moment of something higher in it. */
function dropsOf(windows: readonly Window[]): Map<Window, Drop> {
  const drops = new Map<Window, Drop>()
  for (const window of windows) {
    if (window.onHigher !== 'never') continue
    for (const other of windows) {
      if (other.startsAtMs >= window.endsAtMs) break
      if (other.endsAtMs <= window.startsAtMs || !isCertain(other) || rankOf(other) <= rankOf(window)) continue
      const fromMs = Math.max(other.startsAtMs, window.startsAtMs)
      if (fromMs < (drops.get(window)?.fromMs ?? Number.POSITIVE_INFINITY)) drops.set(window, { fromMs, by: other })
    }
  }
  return drops
}

function momentsOf(
  windows: readonly Window[],
  drops: ReadonlyMap<Window, Drop>,
  fromMs: number,
  toMs: number,
): number[] {
  const all = new Set([fromMs, toMs])
  for (const { startsAtMs, endsAtMs } of windows) all.add(startsAtMs).add(endsAtMs)
  for (const drop of drops.values()) all.add(drop.fromMs)
  return [...all].filter((ms) => ms >= fromMs && ms <= toMs).sort((a, b) => a - b)
}

/** What is due at a moment, asked for moments that only rise. */
function following<W extends Window>(sorted: readonly W[]): (atMs: number) => W[] {
  let next = 0
  let open: W[] = []
  return (atMs) => {
    if (open.some(({ endsAtMs }) => endsAtMs <= atMs)) open = open.filter(({ endsAtMs }) => endsAtMs > atMs)
    for (let window = sorted[next]; window !== undefined && window.startsAtMs <= atMs; window = sorted[++next]) {
      if (window.endsAtMs > atMs) open = [...open, window]
    }
    return open
  }
}
