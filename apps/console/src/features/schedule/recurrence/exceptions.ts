import { occurrences, type RuleContext } from '@akari/programme'
import type { LocalDate, ScheduleRule } from '@akari/protocol'
import { addDays, toInstant } from '../../../parts/local-time.ts'
import { without } from '../series.ts'

/** What a day is to a rule: due by its series, due because somebody added it, left out by somebody, or nothing. */
type DayState = 'due' | 'added' | 'left-out' | 'none'

/** The state of each day of a month (`YYYY-MM`) that is not `none`. */
export function statesIn(rule: ScheduleRule, month: string, context: RuleContext): ReadonlyMap<LocalDate, DayState> {
  const first = `${month}-01`
  const after = `${addDays(first, 31).slice(0, 7)}-01`
  const [from, to] = [toInstant(`${first}T00:00`, rule.timeZone), toInstant(`${after}T00:00`, rule.timeZone)]
  const daysOf = (each: ScheduleRule): LocalDate[] =>
    occurrences(each, from, to, context).map(({ originalStart }) => originalStart.slice(0, 10))
  const states = new Map<LocalDate, DayState>()
  for (const day of daysOf({ ...rule, exdates: [] })) states.set(day, 'left-out')
  for (const day of daysOf(rule)) states.set(day, 'due')
  for (const added of rule.rdates) if (states.get(added.slice(0, 10)) === 'due') states.set(added.slice(0, 10), 'added')
  return states
}

/** The rule after a day was pressed: what is due is left out, what was left out or added goes back, else it is added. */
export function pressed(rule: ScheduleRule, day: LocalDate, state: DayState, context: RuleContext): ScheduleRule {
  const on = (all: readonly string[]): string[] => all.filter((each) => each.slice(0, 10) !== day)
  switch (state) {
    case 'due': {
      const [from, to] = [
        toInstant(`${day}T00:00`, rule.timeZone),
        toInstant(`${addDays(day, 1)}T00:00`, rule.timeZone),
      ]
      const starts = occurrences(rule, from, to, context).map(({ originalStart }) => originalStart)
      return starts.filter((start) => start.slice(0, 10) === day).reduce(without, rule)
    }
    case 'left-out':
      return { ...rule, exdates: on(rule.exdates) }
    case 'added':
      return { ...rule, rdates: on(rule.rdates) }
    case 'none':
      return { ...rule, rdates: [...rule.rdates, `${day}T${rule.start.slice(11)}`].sort() }
  }
}

/** The next starts from a moment on, at most `most`; looked for in ever larger spans, ten years at most. */
export function nextStarts(rule: ScheduleRule, from: number, context: RuleContext, most: number) {
  for (const days of [70, 800, 3660]) {
    const to = new Date(from + days * 86_400_000).toISOString()
    const found = occurrences(rule, new Date(from).toISOString(), to, context).filter(
      ({ startsAt }) => Date.parse(startsAt) >= from,
    )
    if (found.length >= most || days === 3660) return found.slice(0, most)
  }
  return []
}
