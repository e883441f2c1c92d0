import type { SourceNotice } from '@akari/protocol'

const KEPT_MS = 24 * 3600_000
const MOST = 100

/** Kinds that a person ends, nobody else. */
const FOR_A_PERSON: ReadonlySet<SourceNotice['kind']> = new Set(['telegram-held', 'telegram-refused'])

export function isForAPerson({ kind }: Pick<SourceNotice, 'kind'>): boolean {
  return FOR_A_PERSON.has(kind)
}

/** Something that is wrong now; the same `id` while it is the same trouble. */
export type Trouble = Omit<SourceNotice, 'until'>

/** The notices after a look at what is wrong now: new troubles begin, those that are over end, old ones are forgotten. */
export function nextNotices(before: readonly SourceNotice[], found: readonly Trouble[], now: Date): SourceNotice[] {
  const unread = before.filter((notice) => notice.until === null && isForAPerson(notice))
  const wrong = [...found, ...unread.filter(({ id }) => found.every((trouble) => trouble.id !== id))]
  const open = new Map(before.filter(({ until }) => until === null).map((notice) => [notice.id, notice]))
  const current = wrong.map((trouble) => ({
    ...trouble,
    since: open.get(trouble.id)?.since ?? trouble.since,
    until: null,
  }))
  const stillWrong = new Set(wrong.map(({ id }) => id))
  const over = before.flatMap((notice) => {
    if (notice.until !== null) return now.getTime() - Date.parse(notice.until) < KEPT_MS ? [notice] : []
    return stillWrong.has(notice.id) ? [] : [{ ...notice, until: now.toISOString() }]
  })
  const newestFirst = over.toSorted((a, b) => Date.parse(b.since) - Date.parse(a.since))
  return [...current, ...newestFirst].slice(0, MOST)
}

export function sameNotices(a: readonly SourceNotice[], b: readonly SourceNotice[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
