import { checkRule, isAimless, type Reachable, reaches, occurrences, ruleContext } from '@akari/programme'
import type { Daypart, EntryInput, OfficeCalendar, ScheduleCheckResult, ScheduleRule } from '@akari/protocol'
import { inBoth } from '../../sentence.ts'
import texts from './schedule.texts.json' with { type: 'json' }

export type Problem = ScheduleCheckResult['problems'][number]

/** What an entry is judged by. */
export type Surroundings = {
  calendar: OfficeCalendar | undefined
  dayparts: readonly Daypart[]
  displays: readonly Reachable[]
  playlistExists: boolean
  now: Date
}

/** A series is looked through this far for times that overlap, and an entry for times that are still to come. */
const LOOK_AHEAD_DAYS = 60
const DAY_MS = 86_400_000

/**
 * What is wrong with an entry, the worst first: `refused`, it would never be shown or nobody could say when; or a `warning`,
 * it is probably not what was meant.
 */
export function problemsOf(input: EntryInput, around: Surroundings): Problem[] {
  const refused = [...ruleProblems(input.rule, around), ...(around.playlistExists ? [] : [problem('playlistMissing')])]
  if (isAimless(input.targets)) return [...refused, problem('noTarget')]
  const warnings = refused.length > 0 ? [] : timeWarnings(input.rule, around)
  const reached = around.displays.some((display) => reaches(input.targets, display))
  return [...refused, ...(reached ? [] : [warning('reachesNobody')]), ...warnings]
}

function ruleProblems(rule: ScheduleRule, around: Surroundings): Problem[] {
  if (rule.rrule !== null && /(^|;)(FREQ=(MINUTELY|SECONDLY)|BYSECOND=)/.test(rule.rrule)) return [problem('too-often')]
  if (cancelsOut(rule)) return [problem('days-cancel-out')]
  if (rule.allDay === true && rule.daypartId !== undefined) return [problem('all-day-with-daypart')]
  if (rule.from !== undefined && rule.until !== undefined && rule.until < rule.from)
    return [problem('until-before-from')]
  const checked = checkRule(rule, contextOf(around))
  return checked.ok ? [] : [problem(checked.problem, { zone: rule.timeZone })]
}

/** Keeps to some kinds of days, and leaves out every one of them. */
function cancelsOut({ days }: ScheduleRule): boolean {
  if (days === undefined || days.only === null) return false
  return days.only.every((kind) => days.except.includes(kind))
}

function timeWarnings(rule: ScheduleRule, around: Surroundings): Problem[] {
  const context = contextOf(around)
  const from = around.now.toISOString()
  const ahead = (days: number) => new Date(around.now.getTime() + days * DAY_MS).toISOString()
  const coming = occurrences(rule, from, ahead(LOOK_AHEAD_DAYS), context)
  const overlaps = coming.some((one, n) => {
    const next = coming[n + 1]
    return next !== undefined && Date.parse(next.startsAt) < Date.parse(one.endsAt)
  })
  if (overlaps) return [warning('overlaps-itself')]
  if (coming.length > 0) return []
  return occurrences(rule, from, ahead(400), context).length > 0 ? [] : [warning('is-over')]
}

function contextOf({ calendar, dayparts }: Surroundings) {
  return ruleContext({ dayparts: [...dayparts], ...(calendar === undefined ? {} : { calendar }) })
}

type Code = keyof typeof texts

function problem(code: Code, values: Readonly<Record<string, string>> = {}): Problem {
  return { code, severity: 'refused', text: inBoth(texts[code], values) }
}

function warning(code: Code): Problem {
  return { code, severity: 'warning', text: inBoth(texts[code]) }
}
