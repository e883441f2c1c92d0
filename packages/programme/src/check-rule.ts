import type { ScheduleRule } from '@akari/protocol'
import { isDayRule, type RuleContext, ruleContext, spansOn } from './rule-days.ts'
import { localTimeOf, occursAt, type ReadRule, readRule, type RuleProblem } from './rule.ts'

/** How many starts of a series are looked at before it counts as never: eleven years of days. */
const STARTS_LOOKED_AT = 4_000

/**
 * May this rule be saved? Finds what would never show anything before staff wonder why. `context` is the calendar and the
 * dayparts that the rule may refer to (`ruleContext`).
 */
export function checkRule(
  rule: ScheduleRule,
  context: RuleContext = ruleContext({}),
): { ok: true } | { ok: false; problem: RuleProblem } {
  if (isContradictory(rule)) return { ok: false, problem: 'contradictory' }
  const read = readRule(rule, 'saving', context)
  if (!read.ok) return read
  if (occursEver(rule, read.rule, context)) return { ok: true }
  const { days: _days, from: _from, until: _until, daypartId: _daypart, ...unbound } = rule
  const wouldOccur = occursEver(unbound, read.rule, context)
  return { ok: false, problem: wouldOccur ? 'never-on-its-days' : 'never-occurs' }
}

function isContradictory({ rrule, from, until, allDay, daypartId }: ScheduleRule): boolean {
  const twoEnds = rrule !== null && /(^|;)COUNT=/.test(rrule) && /(^|;)UNTIL=/.test(rrule)
  const endsBefore = from !== undefined && until !== undefined && until < from
  return twoEnds || endsBefore || (allDay === true && daypartId !== undefined)
}

function occursEver(rule: ScheduleRule, read: ReadRule, context: RuleContext): boolean {
  const counts = (start: Parameters<typeof localTimeOf>[0], byHand: boolean): boolean => {
    const local = localTimeOf(start)
    if (!occursAt(rule, read, local, byHand, context)) return false
    return !isDayRule(rule) || spansOn(rule, local.slice(0, 10), context).length > 0
  }
  if (read.extra.some((start) => counts(start, true))) return true
  if (read.series === null) return counts(read.first, false)
  let found = false
  let lookedAt = 0
  try {
    read.series.follow().all((start) => {
      found = counts(start, false)
      lookedAt += 1
      return !found && lookedAt < STARTS_LOOKED_AT
    })
  } catch {
    return found
  }
  return found
}
