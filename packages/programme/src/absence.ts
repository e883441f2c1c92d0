import type {
  DayKind,
  Id,
  Instant,
  LocalDate,
  LocalDateTime,
  Programme,
  ScheduleEntry,
  ScheduleRule,
} from '@akari/protocol'
import { expand } from './rule.ts'
import { type RuleContext, ruleContext } from './rule-days.ts'
import { instantOf } from './time.ts'
import type { Window, Windows } from './unroll.ts'

/** Why an entry is not due at a moment at all. `nextAt`: when it begins again; null: not within a year. */
export type Absence =
  /** It would be due, were it not a day of these kinds, which it keeps away from; `holiday` is the day's name. */
  | {
      code: 'day-left-out'
      entryId: Id
      date: LocalDate
      kinds: DayKind[]
      holiday: string | null
      nextAt: Instant | null
    }
  /** It would be due, were it a day of one of these kinds. */
  | { code: 'day-not-meant'; entryId: Id; date: LocalDate; only: DayKind[]; nextAt: Instant | null }
  /** Somebody left this one time of the series out. */
  | { code: 'start-left-out'; entryId: Id; originalStart: LocalDateTime; nextAt: Instant | null }
  | { code: 'not-begun'; entryId: Id; from: LocalDate; nextAt: Instant | null }
  | { code: 'over'; entryId: Id; endedAt: Instant | null }
  /** Simply not its time. */
  | { code: 'outside-window'; entryId: Id; endedAt: Instant | null; nextAt: Instant | null }

const DAY_MS = 86_400_000
const YEAR_MS = 400 * DAY_MS

/** Why an entry with a rule that can be followed is not due at a moment at which no window of it runs. */
export function whyNotDue(programme: Programme, windows: Windows, entry: ScheduleEntry, ms: number): Absence {
  const context = ruleContext(programme)
  const { id: entryId, rule } = entry
  const nextMs = nextStart(windowsOf(windows, entry), rule, context, ms, windows.toMs)
  const nextAt = nextMs === null ? null : instantOf(nextMs)
  const leftOut = runningAt({ ...rule, exdates: [] }, context, ms)
  if (leftOut !== null) return { code: 'start-left-out', entryId, originalStart: leftOut, nextAt }
  return ofItsDays(programme, context, entry, ms, nextAt) ?? ofItsDates(context, entry, ms, nextAt) ?? plainly()

  function plainly(): Absence {
    const ended = expand(rule, ms - YEAR_MS, ms, context)
    const last = ended.ok ? ended.occurrences.findLast(({ endsAtMs }) => endsAtMs <= ms) : undefined
    const endedAt = last === undefined ? null : instantOf(last.endsAtMs)
    if (nextAt === null) return { code: 'over', entryId, endedAt }
    const lately = last !== undefined && last.endsAtMs > ms - DAY_MS
    return { code: 'outside-window', entryId, endedAt: lately ? endedAt : null, nextAt }
  }
}

function ofItsDays(
  programme: Programme,
  context: RuleContext,
  { id: entryId, rule }: ScheduleEntry,
  ms: number,
  nextAt: Instant | null,
): Absence | null {
  const { days, ...anyDay } = rule
  const start = days === undefined ? null : runningAt(anyDay, context, ms)
  if (days === undefined || start === null) return null
  const date = start.slice(0, 10)
  const kinds = context.dayKinds(date)
  const against = days.except.filter((kind) => kinds.has(kind))
  if (against.length === 0) return { code: 'day-not-meant', entryId, date, only: days.only ?? [], nextAt }
  return { code: 'day-left-out', entryId, date, kinds: against, holiday: holidayOn(programme, date), nextAt }
}

function ofItsDates(
  context: RuleContext,
  { id: entryId, rule }: ScheduleEntry,
  ms: number,
  nextAt: Instant | null,
): Absence | null {
  const { from, until: _until, ...anyDate } = rule
  const start = from === undefined ? null : runningAt(anyDate, context, ms)
  if (from === undefined || start === null || start.slice(0, 10) >= from) return null
  return { code: 'not-begun', entryId, from, nextAt }
}

/** The name of a 祝日; null: the date is none. */
export function holidayOn({ calendar }: Pick<Programme, 'calendar'>, date: LocalDate): string | null {
  return calendar?.holidays.find((holiday) => holiday.date === date)?.name ?? null
}

/** The original start of the occurrence that runs at a moment; null: none does. */
function runningAt(rule: ScheduleRule, context: RuleContext, ms: number): LocalDateTime | null {
  const expanded = expand(rule, ms, ms + 1, context)
  return expanded.ok ? (expanded.occurrences.at(-1)?.originalStart ?? null) : null
}

function nextStart(
  list: readonly Window[],
  rule: ScheduleRule,
  context: RuleContext,
  ms: number,
  knownToMs: number,
): number | null {
  const known = list.find(({ startsAtMs }) => startsAtMs > ms)
  if (known !== undefined) return known.startsAtMs
  const expanded = expand(rule, Math.max(ms, knownToMs - DAY_MS), ms + YEAR_MS, context)
  return (expanded.ok ? expanded.occurrences.find((one) => one.startsAtMs > ms)?.startsAtMs : undefined) ?? null
}

/** The windows of an entry, by start, whatever its part. */
export function windowsOf({ list, interrupts, overlays }: Windows, { id, role }: ScheduleEntry): readonly Window[] {
  const all = role?.kind === 'interrupt' ? interrupts : role?.kind === 'overlay' ? overlays : list
  return all.filter(({ entryId }) => entryId === id)
}
