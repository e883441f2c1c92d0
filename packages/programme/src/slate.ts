import type { Programme } from '@akari/protocol'
import { conditionsAt } from './conditions.ts'
import type { Reason } from './reasons.ts'
import { HOUR_MS, shareOut, type SlateTurn, type Stretch } from './share-out.ts'
import { named } from './showing.ts'
import { type Plan, type Play } from './member.ts'
import { slotAt } from './slot.ts'
import { instantOf } from './time.ts'
import type { InterruptWindow, Windows } from './unroll.ts'

/** What an hour's slate says of a moment; `turn` null: nothing of the hour is shared, or there is nothing to show. */
export type Slated = { turn: SlateTurn | null; reasons: Reason[]; changesAtMs: number }

type Slate = {
  programme: Programme
  values: string
  plays: readonly Play[]
  /** The windows of interrupts that reach into the hour. */
  windows: readonly InterruptWindow[]
  stretches: readonly Stretch[]
}

const REMEMBERED_HOURS = 8

/** Hours that were worked out already, for the windows they were worked out from. Only spares time: the hour follows from these. */
const worked = new WeakMap<Windows, Map<number, Slate>>()

/** The turn at a moment of an hour (UTC) in which interrupts are due; null: this programme has none. */
export function slateAt(plan: Plan, ms: number): Slated | null {
  const { programme, windows } = plan
  if (programme === null || windows.interrupts.length === 0) return null
  if (ms < windows.fromMs || ms >= windows.toMs) return null
  const hourMs = Math.floor(ms / HOUR_MS) * HOUR_MS
  const { stretches, windows: ofThisHour } = slateOf(plan, programme, hourMs)
  if (ofThisHour.length === 0) return { turn: null, reasons: [], changesAtMs: hourMs + HOUR_MS }
  const now = stretches.find(({ endsAtMs }) => endsAtMs > ms)
  const turn = now?.turn ?? null
  const due = ofThisHour.filter((window) => window.startsAtMs <= ms && ms < window.endsAtMs)
  const bounds = ofThisHour.flatMap(({ startsAtMs, endsAtMs }) => [startsAtMs, endsAtMs])
  const waits = due.flatMap((window): Reason[] => {
    const { entryId } = window
    const { reason, changesAtMs } = conditionsAt(window, plan.values, ms)
    bounds.push(changesAtMs)
    if (reason !== null) return [reason]
    if (turn?.kind === 'interrupt' && turn.member.entryId === entryId) return []
    const next = stretches.find((stretch) => stretch.startsAtMs > ms && isTurnOf(stretch, entryId))
    return [{ code: 'interrupt-waits', entryId, nextAt: next === undefined ? null : instantOf(next.startsAtMs) }]
  })
  return {
    turn,
    reasons: turn === null ? waits : [...whyInterrupt(plan, turn, ms), ...waits],
    changesAtMs: Math.min(now?.endsAtMs ?? hourMs + HOUR_MS, hourMs + HOUR_MS, ...bounds.filter((at) => at > ms)),
  }
}

function isTurnOf({ turn }: Stretch, entryId: string): boolean {
  return turn?.kind === 'interrupt' && turn.member.entryId === entryId
}

function whyInterrupt(plan: Plan, { kind, member, share, playing }: SlateTurn, ms: number): Reason[] {
  if (kind !== 'interrupt' || member.entryId === null) return []
  const { slot } = slotAt(plan, { ms, monotonicMs: 0, timeKnown: true })
  const windows = slot?.members.flatMap(({ window }) => (window === null ? [] : [window])) ?? []
  const over = [...windows.map(named('interrupt')), ...(slot?.behind.map(named('priority')) ?? [])]
  return [{ code: 'interrupt-plays', entryId: member.entryId, playlistId: playing.playlist.id, share, over }]
}

function slateOf(plan: Plan, programme: Programme, hourMs: number): Slate {
  const plays = (plan.plays ?? []).filter((play) => play.startedAtMs >= hourMs && play.startedAtMs < hourMs + HOUR_MS)
  const values = JSON.stringify(plan.values ?? {})
  const hours = worked.get(plan.windows) ?? new Map<number, Slate>()
  worked.set(plan.windows, hours)
  const known = hours.get(hourMs)
  if (known !== undefined && known.programme === programme && known.values === values && samePlays(known.plays, plays))
    return known
  const windows = plan.windows.interrupts.filter((w) => w.startsAtMs < hourMs + HOUR_MS && w.endsAtMs > hourMs)
  const stretches = windows.length === 0 ? [] : shareOut({ ...plan, plays }, programme, windows, hourMs)
  const slate = { programme, values, plays, windows, stretches }
  if (hours.size >= REMEMBERED_HOURS) hours.clear()
  hours.set(hourMs, slate)
  return slate
}

function samePlays(a: readonly Play[], b: readonly Play[]): boolean {
  return (
    a.length === b.length &&
    a.every((play, n) => play.entryId === b[n]?.entryId && play.startedAtMs === b[n].startedAtMs)
  )
}
