/** A moment as the clock on the wall says it. `day`: 0 is Monday. */
export type LocalMoment = { day: number; minutes: number; isHoliday: boolean }

const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const DAY_MINUTES = 24 * 60

/**
 * Is something open then, by hours as IMDF has them (OpenStreetMap opening_hours: `Mo-Fr 08:30-17:15; Sa 09:00-12:00; PH off`)?
 * Later rules win, for the day itself and for the night that the day before runs into it. Null where the hours say nothing
 * we can read, or where it hangs on whether the day before was a holiday, which a moment does not say: null is no answer, and
 * nobody is told that a door is shut.
 */
export function isOpen(hours: string | null, moment: LocalMoment): boolean | null {
  if (hours === null) return null
  const rules: Rule[] = []
  for (const text of hours.toLowerCase().split(';')) {
    const rule = readRule(text.trim())
    if (rule === null) return null
    rules.push(rule)
  }
  const { day, minutes } = moment
  if (isWithinRule(rules, moment, minutes)) return true
  const [wasOpen, wasOpenOnHoliday] = [false, true].map((isHoliday) =>
    isWithinRule(rules, { day: (day + 6) % 7, isHoliday }, minutes + DAY_MINUTES),
  )
  return wasOpen === wasOpenOnHoliday ? wasOpen === true : null
}

type Day = Pick<LocalMoment, 'day' | 'isHoliday'>

/** Is a minute, counted from the beginning of a day, within the last of the rules that hold on that day? */
function isWithinRule(rules: readonly Rule[], day: Day, minutes: number): boolean {
  const rule = rules.findLast(({ days }) => appliesOn(days, day))
  return rule?.spans.some(([from, to]) => minutes >= from && minutes < to) ?? false
}

type Rule = { days: ReadonlySet<string> | null; spans: [number, number][] }

function readRule(rule: string): Rule | null {
  if (rule === '') return null
  if (rule === '24/7') return { days: null, spans: [[0, DAY_MINUTES]] }
  const timed = rule.search(/\d|off$|closed$/)
  const dayPart = (timed === -1 ? rule : rule.slice(0, timed)).trim()
  const timePart = timed === -1 ? '' : rule.slice(timed)
  const days = dayPart === '' ? null : readDays(dayPart)
  if (dayPart !== '' && days === null) return null
  if (timePart === 'off' || timePart === 'closed') return { days, spans: [] }
  if (timePart === '') return { days, spans: [[0, DAY_MINUTES]] }
  const spans: [number, number][] = []
  for (const span of timePart.split(',')) {
    const [, h1, m1, h2, m2] = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/.exec(span.trim()) ?? []
    if (h1 === undefined) return null
    const [from, to] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)]
    if (Number(m1) > 59 || Number(m2) > 59 || from >= DAY_MINUTES || to > 2 * DAY_MINUTES) return null
    spans.push([from, to > from ? to : to + DAY_MINUTES])
  }
  return { days, spans }
}

function readDays(part: string): ReadonlySet<string> | null {
  const days = new Set<string>()
  for (const piece of part.split(',')) {
    const [first = '', last = first, ...rest] = piece.trim().split('-')
    if (first === 'ph' && last === 'ph') {
      days.add('ph')
      continue
    }
    const [from, to] = [DAYS.indexOf(first.trim()), DAYS.indexOf(last.trim())]
    if (from === -1 || to === -1 || rest.length > 0) return null
    for (let day = from; ; day = (day + 1) % 7) {
      days.add(DAYS[day] ?? '')
      if (day === to) break
    }
  }
  return days
}

/** A rule for holidays holds on them only; other rules hold on holidays too, unless one for holidays comes after. */
function appliesOn(days: ReadonlySet<string> | null, { day, isHoliday }: Day): boolean {
  if (days === null) return true
  return days.has(DAYS[day] ?? '') || (isHoliday && days.has('ph'))
}
