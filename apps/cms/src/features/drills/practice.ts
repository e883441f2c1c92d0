import type { Practice, User } from '@akari/protocol'
import { localDate } from './drill-times.ts'

/** What counts as practice, by the name of its entry in the audit log. */
export const PRACTICE: Readonly<Record<string, 'raised' | 'checked'>> = {
  'alert.raised.drill': 'raised',
  'drill.started': 'raised',
  'drill.checked': 'checked',
}

type Deps = {
  users: () => Promise<readonly User[]>
  /** The latest entry of each actor and action. */
  latest: (actions: readonly string[]) => Promise<readonly { actor: string; action: string; at: string }[]>
  now: () => Date
  timeZone: string
}

/**
 * Who of the disaster staff practised when last, the most overdue first. Everybody is due a month after their last drill,
 * or after they joined (the monthly proof of proficiency of FEMA IPAWS).
 */
export async function practiceOf({ users, latest, now, timeZone }: Deps): Promise<Practice[]> {
  const entries = await latest(Object.keys(PRACTICE))
  const today = localDate(now().toISOString(), timeZone)
  const staff = (await users()).filter(({ role }) => role === 'disaster')
  return staff
    .map(({ id, username, name, createdAt }): Practice => {
      const own = entries.filter(({ actor }) => actor === `user:${username}`)
      const [newest] = own.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
      const what = PRACTICE[newest?.action ?? '']
      const last = newest === undefined || what === undefined ? null : { at: newest.at, what }
      const due = monthAfter(localDate(last?.at ?? createdAt, timeZone))
      const dueAt = `${due}T00:00:00Z`
      return { userId: id, name, last, dueAt, overdue: due < today }
    })
    .toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
}

/** The same day of the next month, or its last where it has none: 31 January → 28 February. */
export function monthAfter(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(day, days))).toISOString().slice(0, 10)
}
