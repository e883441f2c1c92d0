import { type EntryView, type Occurrence, PRIORITIES } from '@akari/protocol'
import { DAY_MINUTES, minuteIn, type Span } from './span.ts'

/**
 * What one entry shows without a break in a row. In a month a bar may stand for several days in a row at the same time of
 * day. Minutes are of the span and may lie outside of it; `label` is the room of its text, with the bar itself.
 */
export type Bar = {
  key: string
  entry: EntryView
  occurrences: readonly Occurrence[]
  fromMinute: number
  toMinute: number
  /** From when until when its first occurrence is due, also minutes of the span. */
  first: { from: number; to: number }
  label: { from: number; to: number }
  lane: number
}

/** The bars of a row; `hidden` is how many have no room in it. */
export type Lanes = { bars: readonly Bar[]; lanes: number; hidden: number }

/** Room a text needs, in minutes of the view. */
const LABEL_MINUTES = { day: 150, week: 22 * 60, month: 3 * DAY_MINUTES } as const

type Loose = Omit<Bar, 'lane' | 'label'>

/** The bars of a row, in lanes so that none covers another: the more important above, at the same importance the earlier. */
export function barsOf(
  span: Span,
  entries: readonly EntryView[],
  occurrencesOf: (entry: EntryView) => readonly Occurrence[],
): Lanes {
  const minute = minuteIn(span)
  const loose = entries
    .flatMap((entry) => {
      const found = occurrencesOf(entry)
      return span.view === 'month' ? runsOf(entry, found, minute) : found.map((one) => barOf(entry, [one], minute))
    })
    .filter((bar) => bar.toMinute > 0 && bar.fromMinute < span.minutes)
  return inLanes(loose, span)
}

/** Only the first lanes. */
export function folded(all: Lanes, most: number): Lanes {
  const bars = all.bars.filter(({ lane }) => lane < most)
  return { bars, lanes: Math.min(all.lanes, most), hidden: all.bars.length - bars.length }
}

function barOf(entry: EntryView, occurrences: readonly Occurrence[], minute: (ms: number) => number): Loose {
  const [first, last] = [occurrences[0], occurrences.at(-1)]
  const from = minute(Date.parse(first?.startsAt ?? ''))
  const to = minute(Date.parse(first?.endsAt ?? ''))
  return {
    key: `${entry.id} ${first?.originalStart ?? ''}`,
    entry,
    occurrences,
    fromMinute: from,
    toMinute: last === first ? to : minute(Date.parse(last?.endsAt ?? '')),
    first: { from, to },
  }
}

/** Days in a row at the same time of day are one bar over whole days. */
function runsOf(entry: EntryView, found: readonly Occurrence[], minute: (ms: number) => number): Loose[] {
  const runs: { day: number; clock: number; lastDay: number; occurrences: Occurrence[] }[] = []
  for (const one of found) {
    const from = minute(Date.parse(one.startsAt))
    const to = minute(Date.parse(one.endsAt))
    const day = Math.floor(from / DAY_MINUTES)
    const clock = from - day * DAY_MINUTES
    const lastDay = Math.max(day, Math.ceil((to - Math.min(clock, to - from)) / DAY_MINUTES) - 1)
    const before = runs.findLast((run) => run.clock === clock && run.lastDay === day - 1)
    if (before === undefined) runs.push({ day, clock, lastDay, occurrences: [one] })
    else {
      before.occurrences.push(one)
      before.lastDay = lastDay
    }
  }
  return runs.map(({ day, lastDay, occurrences }) => ({
    ...barOf(entry, occurrences, minute),
    fromMinute: day * DAY_MINUTES,
    toMinute: (lastDay + 1) * DAY_MINUTES,
  }))
}

function inLanes(loose: readonly Loose[], span: Span): Lanes {
  const sorted = loose.toSorted(
    (a, b) => weightOf(b.entry) - weightOf(a.entry) || a.fromMinute - b.fromMinute || b.toMinute - a.toMinute,
  )
  const taken: { from: number; to: number }[][] = []
  const bars = sorted.map((bar) => {
    const label = labelOf(bar, span)
    const free = taken.findIndex((spans) => spans.every(({ from, to }) => to <= label.from || from >= label.to))
    const lane = free === -1 ? taken.length : free
    taken[lane] = [...(taken[lane] ?? []), label]
    return { ...bar, label, lane }
  })
  return { bars, lanes: taken.length, hidden: 0 }
}

/** A text that is longer than its bar begins earlier rather than running into the next day of a week, or out of the picture. */
function labelOf({ fromMinute, toMinute }: Loose, { view, minutes }: Span): Bar['label'] {
  const from = Math.max(0, fromMinute)
  const needed = LABEL_MINUTES[view]
  const edge = view === 'week' ? (Math.floor(from / DAY_MINUTES) + 1) * DAY_MINUTES : minutes
  const to = Math.max(toMinute, Math.min(from + needed, edge))
  return { from: Math.max(0, Math.min(from, to - needed)), to }
}

/** Scheduled entries by priority, then what is mixed in, then lines. */
function weightOf({ priority, role }: EntryView): number {
  const kind = role?.kind ?? 'scheduled'
  const base = kind === 'scheduled' ? 20 : kind === 'interrupt' ? 10 : 0
  return base + PRIORITIES.indexOf(priority)
}
