/** A moment as the clock on the wall says it. `day`: 0 is Monday. */
export type LocalMoment = { day: number; minutes: number; isHoliday: boolean }

const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const DAY_MINUTES = 24 * 60

/**
 * Is something open then, by hours as IMDF has them (OpenStreetMap opening_hours: `Mo-Fr 08:30-17:15; Sa 09:00-12:00; PH off`)?
 * Later rules win. Null where the hours say nothing we can read: then nobody is told that a door is shut.
 */
export function isOpen(hours: string | null, moment: LocalMoment): boolean | null {
  if (hours === null) return null
  let verdict: boolean | null = null
  for (const rule of hours.toLowerCase().split(';')) {
    const read = readRule(rule.trim())
    if (read === null) return null
    verdict ??= false
    if (appliesOn(read.days, moment)) verdict = read.spans.some((span) => isWithin(span, moment.minutes))
    else if (appliesOn(read.days, dayBefore(moment)))
      verdict ||= read.spans.some((span) => isWithin(span, moment.minutes + DAY_MINUTES))
  }
  return verdict
}

type Rule = { days: ReadonlySet<string> | null; spans: [number, number][] }

function readRule(rule: string): Rule | null {
  if (rule === '24/7') return { days: null, spans: [[0, DAY_MINUTES]] }
  const [, dayPart = '', timePart = ''] = /^([a-z,\- ]*?)\s*(off|closed|[\d:,\- +]*)$/.exec(rule) ?? []
  const days = dayPart === '' ? null : readDays(dayPart)
  if (rule === '' || (dayPart !== '' && days === null)) return null
  if (timePart === 'off' || timePart === 'closed') return { days, spans: [] }
  if (timePart === '') return { days, spans: [[0, DAY_MINUTES]] }
  const spans: [number, number][] = []
  for (const span of timePart.split(',')) {
    const [, h1, m1, h2, m2] = /^\s*(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s*$/.exec(span) ?? []
    if (h1 === undefined) return null
    const [from, to] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)]
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
function appliesOn(days: ReadonlySet<string> | null, { day, isHoliday }: LocalMoment): boolean {
  if (days === null) return true
  return days.has(DAYS[day] ?? '') || (isHoliday && days.has('ph'))
}

function dayBefore({ day, minutes }: LocalMoment): LocalMoment {
  return { day: (day + 6) % 7, minutes, isHoliday: false }
}

function isWithin([from, to]: [number, number], minutes: number): boolean {
  return minutes >= from && minutes < to
}
