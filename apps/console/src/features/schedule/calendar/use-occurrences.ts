import type { EntryView, Occurrence } from '@akari/protocol'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Days } from '../../../parts/use-office-days.ts'
import { occurrenceBook } from './occurrence-book.ts'
import type { Span } from './span.ts'

type Occurrences = { of: (entry: EntryView) => readonly Occurrence[]; complete: boolean }

const NONE: readonly Occurrence[] = []

/** A short name for a span and its days, which begins the keys of hundreds of rules. */
function scopeOf({ from, to }: Span, days: Days, named: Map<string, string>): string {
  const written = `${from} ${to} ${JSON.stringify(days)}`
  const name = named.get(written) ?? `${named.size} `
  named.set(written, name)
  return name
}

/** When the entries are due in the span; what is not known yet is empty. */
export function useOccurrences(entries: readonly EntryView[], span: Span, days: Days): Occurrences {
  const [book] = useState(occurrenceBook)
  const known = useSyncExternalStore(book.subscribe, book.known)
  const [named] = useState(() => new Map<string, string>())
  const scope = useMemo(() => scopeOf(span, days, named), [span, days, named])
  const keys = useMemo(
    () => new Map(entries.map((entry) => [entry.id, scope + JSON.stringify(entry.rule)])),
    [entries, scope],
  )
  useEffect(() => {
    if (!days.isReady) return
    const { calendar, dayparts } = days
    const rules = entries.map(({ id, rule }) => ({ key: keys.get(id) ?? '', entryId: id, rule }))
    book.ask({ job: performance.now(), scope, rules, from: span.from, to: span.to, calendar, dayparts })
  }, [book, entries, keys, scope, span, days])
  return useMemo(
    () => ({
      of: ({ id }) => known.get(keys.get(id) ?? '') ?? NONE,
      complete: days.isReady && entries.every(({ id }) => known.has(keys.get(id) ?? '')),
    }),
    [entries, known, keys, days.isReady],
  )
}
