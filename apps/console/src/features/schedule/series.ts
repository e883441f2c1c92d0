import type { EntryInput, EntryTargets, EntryView, LocalDateTime, ScheduleRule } from '@akari/protocol'
import { occurrences } from '@akari/programme'
import { addDays, toInstant } from '../../parts/local-time.ts'
import { clockMinutes, type Plan, planOf, ruleOf, type Times } from '../../parts/recurrence/plan.ts'
import { carried, LAST } from '../../parts/recurrence/repetition.ts'

/** One occurrence carried somewhere else: by minutes at its start and at its end, to other displays. */
export type Shift = {
  entry: EntryView
  originalStart: LocalDateTime
  startBy: number
  endBy: number
  targets: EntryTargets
}

/** この回だけ, これ以降, すべて. */
export type Scope = 'this' | 'following' | 'all'

/** What is to be saved, in this order: the entry that is there, and one that is new. */
export type Edits = { changed: EntryInput | null; added: EntryInput | null }

const DAY_MINUTES = 24 * 60

/** Does the change have to be asked for how much of the series it is? */
export function isSeries({ rule }: EntryView): boolean {
  return rule.rrule !== null || rule.rdates.length > 0
}

/** The scopes that can be said without guessing: of some series one day does not tell what becomes of the others. */
export function scopesOf(shift: Shift): Scope[] {
  if (!isSeries(shift.entry)) return ['all']
  return (['this', 'following', 'all'] as const).filter((scope) => editsOf(shift, scope) !== null)
}

/**
 * What a change of this scope comes to; null where it cannot be said. Exclusions are never lost and never moved away from
 * what they exclude: of a series that is carried they are carried along.
 */
export function editsOf(shift: Shift, scope: Scope): Edits | null {
  switch (scope) {
    case 'this':
      return thisOnly(shift)
    case 'following':
      return isFirst(shift) ? editsOf(shift, 'all') : fromHereOn(shift)
    case 'all':
      return whole(shift)
  }
}

function thisOnly(shift: Shift): Edits | null {
  const { entry, originalStart, startBy, endBy, targets } = shift
  const { rule } = entry
  const start = plus(originalStart, startBy)
  const left = without(rule, originalStart)
  const sameTargets = JSON.stringify(targets) === JSON.stringify(entry.targets)
  const isDay = rule.allDay === true || rule.daypartId !== undefined
  const within = isWithin(rule, start.slice(0, 10))
  // A time that was left out stays left out, whatever is added: then only an entry of its own can be there.
  const free = !left.exdates.some((each) => (isDay ? each.slice(0, 10) === start.slice(0, 10) : each === start))
  if (startBy === endBy && sameTargets && within && free) {
    return { changed: inputOf(entry, { rule: { ...left, rdates: sorted([...left.rdates, start]) } }), added: null }
  }
  const { exdates: _out, rdates: _in, days: _days, from: _from, until: _until, ...bare } = rule
  const own = {
    ...bare,
    start,
    rrule: null,
    exdates: [],
    rdates: [],
    durationMinutes: rule.durationMinutes + endBy - startBy,
  }
  if (own.durationMinutes < 1) return null
  return { changed: inputOf(entry, { rule: left }), added: { ...inputOf(entry, { rule: own, targets }), version: 0 } }
}

function whole(shift: Shift): Edits | null {
  const rule = shifted(shift.entry.rule, shift)
  return rule === null ? null : { changed: inputOf(shift.entry, { rule, targets: shift.targets }), added: null }
}

/** The series ends the day before; another one begins here, with what was left out and added from here on. */
function fromHereOn(shift: Shift): Edits | null {
  const { entry, originalStart } = shift
  const { rule } = entry
  const plan = planOf(rule)
  const day = originalStart.slice(0, 10)
  if (plan === null) return null
  const count = plan.count === null ? null : plan.count - startsBefore(rule, originalStart)
  const keep = {
    exdates: rule.exdates.filter((each) => each.slice(0, 10) >= day),
    rdates: rule.rdates.filter((each) => each.slice(0, 10) >= day),
  }
  const later = shifted(ruleOf({ ...plan, startDay: day, from: null, count }, rule.timeZone, keep), shift)
  if (later === null) return null
  const until = addDays(day, -1)
  const { count: _count, ...endless } = plan
  const before = {
    exdates: rule.exdates.filter((each) => each.slice(0, 10) < day),
    rdates: rule.rdates.filter((each) => each.slice(0, 10) < day),
  }
  const ended = ruleOf({ ...endless, count: null, until }, rule.timeZone, before)
  return {
    changed: inputOf(entry, { rule: ended }),
    added: { ...inputOf(entry, { rule: later, targets: shift.targets }), version: 0 },
  }
}

/** The rule carried along with one of its occurrences, exclusions and additions with it; null where that is not clear. */
function shifted(rule: ScheduleRule, { originalStart, startBy, endBy }: Shift): ScheduleRule | null {
  const durationMinutes = rule.durationMinutes + endBy - startBy
  if (durationMinutes < 1) return null
  if (startBy === 0) return { ...rule, durationMinutes }
  const plan = planOf(rule)
  if (plan === null) return null
  const [day, to] = [originalStart.slice(0, 10), plus(originalStart, startBy).slice(0, 10)]
  const days = daysBetween(day, to)
  const repetition = carried(plan.repetition, day, to)
  if (repetition === null || (days !== 0 && plan.count !== null && !movesByDays(plan))) return null
  const times = timesAt(plan.times, plus(originalStart, startBy).slice(11))
  const move = (each: LocalDateTime): LocalDateTime | null =>
    days === 0 || movesByDays(plan) ? plus(each, startBy) : sameMonth(each, plan, to, startBy)
  const [exdates, rdates] = [rule.exdates.map(move), rule.rdates.map((each) => plus(each, startBy))]
  if (exdates.includes(null)) return null
  const by = (each: string): string => addDays(each, days)
  const next: Plan = {
    ...plan,
    repetition,
    times,
    startDay: by(plan.startDay),
    from: plan.from === null ? null : by(plan.from),
  }
  const kept = { exdates: sorted(exdates.filter((each) => each !== null)), rdates: sorted(rdates) }
  return { ...ruleOf(next, rule.timeZone, kept), durationMinutes }
}

/** Do all of its days move by as many days as one does? Not where months of different length lie between. */
function movesByDays({ repetition }: Plan): boolean {
  return ['once', 'daily', 'weekly'].includes(repetition.kind)
}

/** The occurrence of the same month, where the series now has it: what was left out in May stays left out in May. */
function sameMonth(each: LocalDateTime, { repetition }: Plan, to: string, startBy: number): LocalDateTime | null {
  if (repetition.kind !== 'monthDay' && repetition.kind !== 'yearDay') return null
  if (repetition.kind === 'monthDay' && repetition.days[0] === LAST) return null
  const moved =
    repetition.kind === 'yearDay' ? `${each.slice(0, 4)}-${to.slice(5)}` : `${each.slice(0, 7)}-${to.slice(8)}`
  // A month without that day has nothing to leave out.
  return addDays(moved, 0) === moved ? `${moved}T${plus(each, startBy).slice(11)}` : each
}

function timesAt(times: Times, clock: string): Times {
  if (times.kind !== 'clock') return times
  const minutes = clockMinutes(times.to) + times.over * DAY_MINUTES - clockMinutes(times.from)
  const end = clockMinutes(clock) + minutes
  return {
    ...times,
    from: clock,
    to: plus(`2000-01-01T${clock}`, minutes).slice(11),
    over: Math.floor(end / DAY_MINUTES),
  }
}

/** Starts that the series itself has had before this one, left out or not: COUNT counts them all. */
function startsBefore(
  { days: _days, from: _from, until: _until, ...rule }: ScheduleRule,
  originalStart: LocalDateTime,
): number {
  const all = { ...rule, exdates: [], rdates: [] }
  const [from, to] = [toInstant(rule.start, rule.timeZone), toInstant(originalStart, rule.timeZone)]
  return occurrences(all, from, to).filter((one) => one.startsAt < to).length
}

function isFirst({ entry, originalStart }: Shift): boolean {
  return originalStart.slice(0, 10) <= entry.rule.start.slice(0, 10)
}

function isWithin({ from, until }: ScheduleRule, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until)
}

/** The rule without one of its occurrences, named by its original start. */
export function without(rule: ScheduleRule, originalStart: LocalDateTime): ScheduleRule {
  const rdates = rule.rdates.filter((each) => each !== originalStart)
  return { ...rule, rdates, exdates: sorted([...rule.exdates, originalStart]) }
}

/** What is saved of an entry, with some of it changed. */
export function inputOf(
  { id: _id, updatedAt: _at, ...entry }: EntryView,
  change: Partial<EntryInput> = {},
): EntryInput {
  return { ...entry, ...change }
}

function plus(local: LocalDateTime, minutes: number): LocalDateTime {
  return new Date(Date.parse(`${local}:00Z`) + minutes * 60_000).toISOString().slice(0, 16)
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

function sorted(all: readonly LocalDateTime[]): LocalDateTime[] {
  return [...new Set(all)].sort()
}
