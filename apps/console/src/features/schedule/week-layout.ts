import type { EntryView, Instant, LocalDateTime } from '@akari/protocol'
import { occurrences } from '@akari/programme'
import { addDays, TIME_ZONE, toInstant, toLocal, weekdayOf } from '../../parts/local-time.ts'

/** A piece of an occurrence that lies in one day column. Minutes count from midnight. */
export type Block = {
  entry: EntryView
  originalStart: LocalDateTime
  startsAt: Instant
  endsAt: Instant
  fromMinute: number
  toMinute: number
  /** It goes on from yesterday, or into tomorrow. */
  continues: boolean
  lane: number
  lanes: number
}

const DAY_MINUTES = 24 * 60

/** Monday of the week of a day. */
export function mondayOf(day: string): string {
  return addDays(day, -weekdayOf(day))
}

/** The occurrences of all entries in the seven days from `monday`, cut at midnight, side by side where they overlap. */
export function weekOf(entries: readonly EntryView[], monday: string): readonly (readonly Block[])[] {
  const from = toInstant(`${monday}T00:00`, TIME_ZONE)
  const to = toInstant(`${addDays(monday, 7)}T00:00`, TIME_ZONE)
  const all = entries.flatMap((entry) =>
    occurrences(entry.rule, from, to).map((occurrence) => ({ entry, ...occurrence })),
  )
  return [0, 1, 2, 3, 4, 5, 6].map((offset) => {
    const day = addDays(monday, offset)
    return inLanes(all.flatMap((occurrence) => pieceOn(day, occurrence)))
  })
}

type Piece = Omit<Block, 'lane' | 'lanes'>
type Timed = { entry: EntryView; originalStart: LocalDateTime; startsAt: Instant; endsAt: Instant }

function pieceOn(day: string, occurrence: Timed): Piece[] {
  const fromMinute = minuteOn(day, occurrence.startsAt)
  const toMinute = minuteOn(day, occurrence.endsAt)
  if (toMinute <= 0 || fromMinute >= DAY_MINUTES) return []
  return [
    {
      ...occurrence,
      fromMinute: Math.max(0, fromMinute),
      toMinute: Math.min(DAY_MINUTES, toMinute),
      continues: fromMinute < 0,
    },
  ]
}

function minuteOn(day: string, instant: Instant): number {
  const local = toLocal(instant, TIME_ZONE)
  return (Date.parse(`${local}:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 60_000
}

function inLanes(pieces: readonly Piece[]): Block[] {
  const sorted = pieces.toSorted((a, b) => a.fromMinute - b.fromMinute || b.toMinute - a.toMinute)
  const blocks: Block[] = []
  let cluster: { piece: Piece; lane: number }[] = []
  let clusterEnd = 0
  const close = (): void => {
    const lanes = Math.max(1, ...cluster.map(({ lane }) => lane + 1))
    blocks.push(...cluster.map(({ piece, lane }) => ({ ...piece, lane, lanes })))
    cluster = []
  }
  for (const piece of sorted) {
    if (piece.fromMinute >= clusterEnd) close()
    const busy = new Set(cluster.filter((other) => other.piece.toMinute > piece.fromMinute).map(({ lane }) => lane))
    let lane = 0
    while (busy.has(lane)) lane += 1
    cluster.push({ piece, lane })
    clusterEnd = Math.max(clusterEnd, piece.toMinute)
  }
  close()
  return blocks
}
