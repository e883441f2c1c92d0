import { type EntryRole, type EntryTargets, OnHigher, PRIORITIES, type ScheduleConflicts } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Conflicting, conflictsOf } from './conflicts.ts'
import { direct } from './direct.ts'
import { reaches, type Reachable } from './reaches.ts'
import { occurrences } from './rule.ts'
import { clockAt, entry, item, playlist, programme, rule, stateOf } from './testing/sample.ts'

const FROM = '2026-11-02T00:00:00.000Z'
const TO = '2026-11-04T00:00:00.000Z'
const STEP_MS = 1_800_000
const SLOTS = Array.from({ length: 96 }, (_, n) => Date.parse(FROM) + n * STEP_MS)
const DISPLAYS: Reachable[] = [
  { id: 'a', groups: ['g'], tags: [] },
  { id: 'b', groups: ['g'], tags: ['t'] },
  { id: 'c', groups: [], tags: ['t'] },
]

const someTargets = fc.constantFrom<EntryTargets>(
  { displayIds: ['a'], groups: [] },
  { displayIds: [], groups: ['g'] },
  { displayIds: [], groups: [], where: { tag: 't' } },
)
const someRole = fc.constantFrom<EntryRole | undefined>(
  undefined,
  undefined,
  { kind: 'overlay' },
  { kind: 'interrupt', share: { percent: 60 }, maxPlaysPerHour: null },
)
const someRule = fc.record({
  half: fc.integer({ min: 0, max: 120 }),
  halves: fc.integer({ min: 1, max: 60 }),
  rrule: fc.constantFrom(null, 'FREQ=DAILY', 'FREQ=HOURLY;INTERVAL=5'),
})
const someEntry = fc.record({
  rule: someRule,
  priority: fc.constantFrom(...PRIORITIES.slice(0, 3)),
  order: fc.integer({ min: 0, max: 1 }),
  onHigher: fc.constantFrom(...OnHigher.options),
  isConditional: fc.boolean(),
  targets: someTargets,
  role: someRole,
})
const someEntries = fc.array(someEntry, { minLength: 1, maxLength: 7 }).map((drawn) =>
  drawn.map(({ rule: { half, halves, rrule }, isConditional, role, ...rest }, n): Conflicting => {
    const start = new Date(Date.parse('2026-11-01T00:00:00Z') + half * STEP_MS).toISOString().slice(0, 16)
    return {
      ...entry(`e${n}`, { playlistId: `p${n}` }),
      ...rest,
      rule: rule({ start, durationMinutes: halves * 30, rrule, timeZone: 'UTC' }),
      ...(role === undefined ? {} : { role }),
      ...(isConditional ? { conditions: [{ value: 'temperature', is: { atLeast: 30 } }] } : {}),
    }
  }),
)

const WIDE = ['2026-10-28T00:00:00.000Z', TO] as const
const known = new WeakMap<Conflicting, { startMs: number; endMs: number }[]>()

/** Every time an entry is due, in and before the span. */
function timesOf(each: Conflicting): { startMs: number; endMs: number }[] {
  const times =
    known.get(each) ??
    occurrences(each.rule, ...WIDE).map(({ startsAt, endsAt }) => ({
      startMs: Date.parse(startsAt),
      endMs: Date.parse(endsAt),
    }))
  known.set(each, times)
  return times
}

type Due = { entry: Conflicting; startMs: number }

/** What is due on a display in a half hour, asked of every entry anew; and what of it was dropped before. */
function dueIn(entries: readonly Conflicting[], display: Reachable, kind: EntryRole['kind'], ms: number) {
  const all = entries.filter((each) => reaches(each.targets, display) && (each.role?.kind ?? 'scheduled') === kind)
  const due = all.flatMap((each): Due[] => {
    const last = timesOf(each).findLast(({ startMs, endMs }) => startMs <= ms && ms < endMs)
    return last === undefined ? [] : [{ entry: each, startMs: last.startMs }]
  })
  const rank = ({ priority }: Conflicting) => PRIORITIES.indexOf(priority)
  const isDropped = ({ entry: one, startMs }: Due) =>
    one.onHigher === 'never' &&
    all.some(
      (other) =>
        rank(other) > rank(one) &&
        other.conditions === undefined &&
        timesOf(other).some((time) => time.startMs <= ms && time.endMs > startMs),
    )
  const staying = due.filter((each) => !isDropped(each)).map((each) => each.entry)
  const top = Math.max(...staying.map(rank))
  const seen = staying.filter((one) =>
    staying.every((other) => other.conditions !== undefined || rank(other) <= rank(one)),
  )
  return { due: due.map((each) => each.entry), shown: staying.filter((each) => rank(each) === top), seen }
}

function slotOf({ conflicts }: ScheduleConflicts, displayId: string, part: string, ms: number) {
  const here = conflicts.filter(
    (one) =>
      one.part === part && one.displayIds.includes(displayId) && Date.parse(one.from) <= ms && ms < Date.parse(one.to),
  )
  expect(here.length).toBeLessThanOrEqual(1)
  return here[0]
}

const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).sort()
const idsOf = (all: readonly { entryId: string }[] = []) => all.map(({ entryId }) => entryId).sort()

test('tells in every half hour who is shown, who is behind and who mixes in, as looking at every entry does', () => {
  fc.assert(
    fc.property(someEntries, (entries) => {
      const found = conflictsOf(entries, DISPLAYS, FROM, TO)
      for (const display of DISPLAYS) {
        const seen = new Set<string>()
        const due = new Set<string>()
        for (const ms of SLOTS) {
          for (const part of ['glass', 'line'] as const) {
            const here = dueIn(entries, display, part === 'glass' ? 'scheduled' : 'overlay', ms)
            const mixed = part === 'glass' ? dueIn(entries, display, 'interrupt', ms).due : []
            const told = slotOf(found, display.id, part, ms)
            const isTold = here.due.length > 0 && (here.due.length + mixed.length > 1 || here.shown.length === 0)
            expect(told !== undefined).toBe(isTold)
            if (told !== undefined) {
              expect(idsOf(told.shown)).toEqual(ids(here.shown))
              expect(idsOf(told.behind)).toEqual(ids(here.due.filter((each) => !here.shown.includes(each))))
              expect(idsOf(told.mixed)).toEqual(ids(mixed))
            }
            for (const { id } of here.due) due.add(id)
            const isFull = mixed.filter(({ conditions }) => conditions === undefined).length >= 2
            if (!isFull) for (const { id } of here.seen) seen.add(id)
          }
        }
        const hidden = found.hidden.filter(({ displayIds }) => displayIds.includes(display.id))
        expect(idsOf(hidden)).toEqual([...due].filter((id) => !seen.has(id)).sort())
      }
    }),
    { numRuns: 40 },
  )
})

test('says what the player does', () => {
  // What waits for the end of an item, and for a share of an hour, is not for the schedule alone to say.
  const plain = someEntries.map((entries) =>
    entries
      .filter(({ role }) => role === undefined)
      .map((each): Conflicting => (each.onHigher === 'defer' ? { ...each, onHigher: 'stop' } : each)),
  )
  fc.assert(
    fc.property(plain, fc.integer({ min: 0, max: 95 }), (entries, slot) => {
      const found = conflictsOf(entries, DISPLAYS, FROM, TO)
      const ms = (SLOTS[slot] ?? 0) + 600_000
      for (const display of DISPLAYS) {
        const own = entries.filter(({ targets }) => reaches(targets, display))
        const published = programme({
          playlists: own.map(({ playlistId }) => playlist(playlistId, [item('x', 60)])),
          entries: own,
        })
        const values = { temperature: { value: 33, at: FROM, validForMs: 1e9 } }
        const { reasons } = direct({ ...stateOf(published, {}, FROM, TO), values }, clockAt(new Date(ms).toISOString()))
        const wins = reasons.find(({ code }) => code === 'entry-wins')
        const told = slotOf(found, display.id, 'glass', ms)
        if (told === undefined) continue
        const over = wins?.code === 'entry-wins' ? wins.over : []
        const turns = over.filter(({ because }) => because === 'turn')
        const shown = wins?.code === 'entry-wins' ? [wins, ...turns] : []
        expect([...new Set(idsOf(shown))]).toEqual(idsOf(told.shown))
      }
    }),
    { numRuns: 100 },
  )
})
