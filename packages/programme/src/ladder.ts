import type { Clock, DayKind, Id, Instant, LocalDate, Programme, ScheduleEntry } from '@akari/protocol'
import { type Absence, holidayOn, whyNotDue, windowsOf } from './absence.ts'
import { dayKinds } from './calendar.ts'
import { localInstant } from './changes.ts'
import { type Direction, direct, type DirectState, planOf } from './direct.ts'
import { withinAt } from './hours.ts'
import type { EverydayPlan } from './everyday.ts'
import { memberFor, type Moment, type Plan } from './member.ts'
import { overrideAt } from './override.ts'
import type { Reason } from './reasons.ts'
import { type Behind, standingsAt, type Standing, type Stands } from './standings.ts'
import type { Overlay } from './takeover.ts'
import { instantOf, msOf } from './time.ts'

/** The layers as people climb down them: who is asked first for the glass, until somebody has something for it. */
export const RUNGS = ['emergency', 'power', 'takeover', 'hours', 'interrupts', 'scheduled', 'default'] as const
export type RungName = (typeof RUNGS)[number]

/** What can be said of a candidate or a layer: the reasons of `direct`, and those of what has nothing to do with a moment. */
export type Why =
  | Reason
  | Behind
  | Absence
  /** It is shown beside whatever has the glass. */
  | { code: 'alert-beside'; alertId: Id; kind: Overlay['kind'] }
  | { code: 'takeover-not-yet'; takeoverId: Id; startsAt: Instant }
  | { code: 'takeover-over'; takeoverId: Id; endedAt: Instant }
  | { code: 'within-hours'; closesAt: Instant | null }
  | { code: 'always-open' }
  /** The local day is one of these. */
  | { code: 'day-is'; date: LocalDate; kinds: DayKind[]; holiday: string | null }

/** Somebody who may have the glass. */
export type Candidate = { of: 'alert' | 'takeover' | 'entry' | 'playlist'; id: Id; standing: Standing; why: Why }

/** One layer. `passes`: it was asked and has nothing; `wins`: it has the glass; `covered`: it was not asked any more. */
export type Rung = {
  name: RungName | 'ticker'
  state: 'passes' | 'wins' | 'covered'
  candidates: Candidate[]
  /** What is to be said of the layer as a whole. */
  notes: Why[]
}

/** `ticker`: the line beside what is shown; null where no entry is one. */
export type Ladder = { direction: Direction; rungs: Rung[]; ticker: Rung | null }

/**
 * «なぜこれが表示?» of one moment, layer by layer: who has the glass, who stands behind and why, and why all others have nothing
 * to do with it. Made of what `direct` decides; every entry of the programme is in it exactly once. Total like `direct`.
 */
export function ladderAt(state: DirectState, clock: Clock): Ladder {
  const direction = direct(state, clock)
  const moment = { ms: msOf(clock.instant), monotonicMs: clock.monotonicMs, timeKnown: clock.trust !== 'unknown' }
  const plan = planOf(state, moment)
  const { below, entries } = standingsAt(plan, moment)
  const plays = below.reasons.some(({ code }) => code === 'interrupt-plays')
  const winner = winnerOf(direction, plays)
  const stateOf = (name: RungName): Rung['state'] => {
    if (name === winner) return 'wins'
    return winner !== null && RUNGS.indexOf(name) > RUNGS.indexOf(winner) ? 'covered' : 'passes'
  }
  const ofEntries = entriesOf(plan, moment, entries)
  const candidates: Record<RungName, Candidate[]> = {
    emergency: alertsOf(direction),
    power: [],
    takeover: takeoversOf(plan, moment),
    hours: [],
    interrupts: ofEntries.interrupts,
    scheduled: ofEntries.scheduled,
    default: defaultOf(plan, moment),
  }
  const notes: Partial<Record<RungName, Why[]>> = {
    hours: hoursNotes(plan, moment),
    scheduled: below.reasons.filter(({ code }) => code === 'no-entry-due' || code === 'schedule-not-unrolled'),
    default: below.reasons.filter(({ code }) => code === 'no-default-playlist' || code === 'no-programme'),
  }
  const said = direction.reasons.filter(({ code }) => OF_THE_WINNER.some((known) => known === code))
  // Nobody is asked for the way out while the mains is there.
  const asked = RUNGS.filter((name) => name !== 'power' || direction.layer === 'power')
  const rungs = asked.map((name): Rung => {
    const wins = stateOf(name) === 'wins'
    const those = candidates[name].map((one) => (wins && one.standing === 'ready' ? { ...one, ...SHOWN } : one))
    return { name, state: stateOf(name), candidates: those, notes: [...(notes[name] ?? []), ...(wins ? said : [])] }
  })
  return { direction, rungs, ticker: tickerRung(direction, ofEntries.ticker) }
}

const SHOWN = { standing: 'shown' } as const
const OF_THE_WINNER = [
  'items-not-valid',
  'visit-holds',
  'sound-on',
  'sound-off',
  'clock-unknown',
  'on-battery',
] as const

function winnerOf({ layer }: Direction, interruptPlays: boolean): RungName | null {
  switch (layer) {
    case 'emergency':
    case 'power':
    case 'takeover':
      return layer
    case 'closed':
      return 'hours'
    case 'scheduled':
    case 'default':
      return interruptPlays ? 'interrupts' : layer
    case 'fallback':
      return null
  }
}

function alertsOf({ reasons, overlays }: Direction): Candidate[] {
  const taking = reasons.flatMap((why): Candidate[] => {
    if (why.code === 'alert-not-shown') return [{ of: 'alert', id: why.alertId, standing: 'out', why }]
    if (why.code !== 'alerts-take-over') return []
    return why.alertIds.map((id) => ({ of: 'alert', id, standing: 'shown', why }))
  })
  const beside = overlays.map(({ kind, alert }): Candidate => {
    return { of: 'alert', id: alert.id, standing: 'shown', why: { code: 'alert-beside', alertId: alert.id, kind } }
  })
  return [...taking, ...beside]
}

const DAY_MS = 86_400_000

/** The overrides that are on, and those of a day before and of later. */
function takeoversOf(plan: EverydayPlan, moment: Moment): Candidate[] {
  const on = overrideAt(plan, plan.visit, moment).reasons.flatMap((why): Candidate[] => {
    if (!('takeoverId' in why)) return []
    const standing =
      why.code === 'takeover-wins' ? 'ready' : why.code === 'takeover-has-nothing-to-show' ? 'out' : 'behind'
    return [{ of: 'takeover', id: why.takeoverId, standing, why }]
  })
  const others = (plan.programme?.takeovers ?? []).filter(({ id }) => on.every((one) => one.id !== id))
  return [
    ...on,
    ...others.flatMap(({ id, startsAt, endsAt }): Candidate[] => {
      if (msOf(startsAt) > moment.ms) {
        return [{ of: 'takeover', id, standing: 'out', why: { code: 'takeover-not-yet', takeoverId: id, startsAt } }]
      }
      if (msOf(endsAt) > moment.ms || msOf(endsAt) < moment.ms - DAY_MS) return []
      return [{ of: 'takeover', id, standing: 'out', why: { code: 'takeover-over', takeoverId: id, endedAt: endsAt } }]
    }),
  ]
}

function hoursNotes({ programme, windows }: Plan, moment: Moment): Why[] {
  if (programme === null || windows.open === null || !moment.timeKnown) return [{ code: 'always-open' }]
  const date = localInstant(moment.ms, programme.timeZone).slice(0, 10)
  const kinds = [...dayKinds(programme.calendar, date)]
  const day: Why[] = kinds.length === 0 ? [] : [{ code: 'day-is', date, kinds, holiday: holidayOn(programme, date) }]
  const { within, changesAtMs } = withinAt(windows.open, moment.ms)
  const changesAt = changesAtMs < windows.toMs ? instantOf(changesAtMs) : null
  return [
    within ? { code: 'within-hours', closesAt: changesAt } : { code: 'outside-hours', opensAt: changesAt },
    ...day,
  ]
}

function defaultOf({ programme }: Plan, moment: Moment): Candidate[] {
  const playlistId = programme?.defaultPlaylistId ?? null
  if (programme === null || playlistId === null) return []
  const { member } = memberFor(programme, playlistId, null, null, moment)
  return member === null
    ? [{ of: 'playlist', id: playlistId, standing: 'out', why: { code: 'default-has-nothing-to-show', playlistId } }]
    : [{ of: 'playlist', id: playlistId, standing: 'ready', why: { code: 'default-playlist', playlistId } }]
}

const ORDER: readonly Standing[] = ['shown', 'ready', 'behind', 'out']
const NO_ENTRIES = { interrupts: [], scheduled: [], ticker: [] }

function entriesOf(
  { programme, windows }: Plan,
  moment: Moment,
  known: ReadonlyMap<Id, Stands>,
): Record<'interrupts' | 'scheduled' | 'ticker', Candidate[]> {
  if (programme === null) return NO_ENTRIES
  const sorted = programme.entries
    .map((entry) => ({ entry, stands: known.get(entry.id) ?? notMentioned(programme, windows, entry, moment, known) }))
    .sort((a, b) => ORDER.indexOf(a.stands.standing) - ORDER.indexOf(b.stands.standing))
  const inPart = (...parts: (string | undefined)[]) =>
    sorted
      .filter(({ entry }) => parts.includes(entry.role?.kind))
      .map(({ entry, stands }): Candidate => ({ of: 'entry', id: entry.id, ...stands }))
  return { interrupts: inPart('interrupt'), scheduled: inPart('scheduled', undefined), ticker: inPart('overlay') }
}

/** No reason speaks of it: it is not due, unless nothing is known of the time or of this moment's schedule. */
function notMentioned(
  programme: Programme,
  windows: Plan['windows'],
  entry: ScheduleEntry,
  moment: Moment,
  known: ReadonlyMap<Id, Stands>,
): Stands {
  const { id: entryId, playlistId } = entry
  if (!moment.timeKnown) return { standing: 'out', why: { code: 'clock-unknown' } }
  if (moment.ms < windows.fromMs || moment.ms >= windows.toMs) {
    return { standing: 'out', why: { code: 'schedule-not-unrolled' } }
  }
  const running = windowsOf(windows, entry).some((w) => w.startsAtMs <= moment.ms && moment.ms < w.endsAtMs)
  if (!running) return { standing: 'out', why: whyNotDue(programme, windows, entry, moment.ms) }
  const runs = entry.role?.kind === 'overlay' ? 'ticker-shown' : 'entry-wins'
  const [by] = [...known].flatMap(([id, { why }]) => (why.code === runs ? [id] : []))
  const hasNothing = memberFor(programme, playlistId, entryId, null, moment).member === null
  if (hasNothing || by === undefined) {
    return { standing: 'out', why: { code: 'entry-has-nothing-to-show', entryId, playlistId } }
  }
  const winner = programme.entries.find(({ id }) => id === by)
  const because = winner?.priority === entry.priority ? 'turn' : 'priority'
  return { standing: 'behind', why: { code: 'behind', entryId, because, by } }
}

function tickerRung({ ticker }: Direction, candidates: Candidate[]): Rung | null {
  if (candidates.length === 0) return null
  const runs = ticker !== undefined
  const those = candidates.map((one) => (runs && one.standing === 'ready' ? { ...one, ...SHOWN } : one))
  return { name: 'ticker', state: runs ? 'wins' : 'passes', candidates: those, notes: [] }
}
