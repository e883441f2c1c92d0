import { type Clock, NO_VALUES, type PlayerState, type Programme, ProgrammeFile } from '@akari/protocol'
import { unroll, type Windows } from '@akari/programme'
import { describe, expect, it } from 'vitest'
import { createDirector } from './director.ts'
import type { Unroller } from './unroller.ts'

const DAY_MS = 86_400_000
const START = Date.parse('2026-11-02T00:00:00+09:00')
const NOBODY = { language: 'ja', touchedAtMs: null, beganAtMs: null, heldAtMs: null, listens: false } as const

/** 毎月第2火曜 9:00–12:00, 祝日を除く, over the everyday playlist; a spot twice an hour at most. */
const PROGRAMME = ProgrammeFile.parse({
  defaultPlaylistId: 'base',
  playlists: [
    { id: 'base', items: [{ id: 'welcome', seconds: 60 }] },
    { id: 'clinic', items: [{ id: 'clinic', seconds: 60 }] },
    { id: 'spots', items: [{ id: 'spot', seconds: 60 }] },
  ],
  entries: [
    {
      id: 'clinic',
      playlistId: 'clinic',
      rule: {
        start: '2026-01-13T09:00',
        durationMinutes: 180,
        rrule: 'FREQ=MONTHLY;BYDAY=2TU',
        days: { only: null, except: ['holiday'] },
      },
    },
  ],
  calendar: { holidays: [{ date: '2027-02-09', name: '臨時の祝日' }] },
})
const SPOTS = ProgrammeFile.parse({
  ...PROGRAMME,
  entries: [
    {
      id: 'spots',
      playlistId: 'spots',
      rule: { start: '2026-01-01T00:00', rrule: 'FREQ=DAILY' },
      role: { kind: 'interrupt', share: { percent: 50 }, maxPlaysPerHour: 2 },
    },
    {
      id: 'hot',
      playlistId: 'clinic',
      rule: { start: '2026-01-01T00:00', rrule: 'FREQ=DAILY' },
      conditions: [{ value: 'temperature', is: { atLeast: 31 } }],
    },
  ],
})

function player(programme: Programme, changes: Partial<PlayerState> = {}): PlayerState {
  return {
    revision: 1,
    bootId: 'boot',
    pairing: { state: 'paired', displayId: 'lobby', name: null },
    programme,
    files: [],
    alerts: { live: null, drill: null },
    link: { state: 'offline', since: new Date(START).toISOString() },
    clock: { offsetMs: 0, trust: 'holdover' },
    power: 'mains',
    values: NO_VALUES,
    plays: [],
    ...changes,
  }
}
const clockAt = (ms: number): Clock => ({
  instant: new Date(ms).toISOString(),
  trust: 'holdover',
  monotonicMs: ms - START,
  bootId: 'boot',
})

/** A worker that answers when it is told to, and remembers what it was asked. */
function someWorker() {
  const asked: { from: string; to: string; answer: () => Windows }[] = []
  let closed = false
  const unroller: Unroller = {
    unroll: (programme, from, to, done) => {
      const answer = () => {
        const windows = unroll(programme, from, to)
        done(windows)
        return windows
      }
      asked.push({ from, to, answer })
    },
    close: () => {
      closed = true
    },
  }
  return { unroller, asked, isClosed: () => closed }
}

function someDirector() {
  const worker = someWorker()
  let changes = 0
  const director = createDirector(worker.unroller, () => {
    changes += 1
  })
  const itemAt = (ms: number, state = player(PROGRAMME)) =>
    director.decide(state, NOBODY, clockAt(ms), 'wide').item?.itemId
  return { ...worker, director, itemAt, changes: () => changes }
}

const at = (local: string) => Date.parse(`${local}:00+09:00`)

describe('the director', () => {
  it('decides at once, and has 45 days unrolled elsewhere', () => {
    const { itemAt, asked, changes } = someDirector()
    expect(itemAt(START)).toBe('welcome')
    expect(asked).toHaveLength(1)
    const windows = asked[0]?.answer()
    expect(changes()).toBe(1)
    expect([windows?.fromMs, windows?.toMs]).toEqual([START - DAY_MS, START + 45 * DAY_MS])
    expect(itemAt(START + 1000)).toBe('welcome')
    expect(asked).toHaveLength(1)
  })

  it('asks once for each programme, and takes no answer about an older one', () => {
    const { itemAt, asked, changes } = someDirector()
    itemAt(START)
    itemAt(START + 1000)
    itemAt(START + 2000, player({ ...SPOTS, revision: 2 }))
    expect(asked).toHaveLength(2)
    asked[0]?.answer()
    expect(changes()).toBe(0)
    asked[1]?.answer()
    expect(changes()).toBe(1)
  })

  it('knows without the CMS what is on 44 days later, from what it unrolled at the start', () => {
    const { itemAt, asked } = someDirector()
    itemAt(START)
    asked[0]?.answer()
    // 2026-12-08 is the second Tuesday of December, 36 days later; 44 days later nothing is due.
    expect(itemAt(at('2026-12-08T08:59'))).toBe('welcome')
    expect(itemAt(at('2026-12-08T09:00'))).toBe('clinic')
    expect(itemAt(at('2026-12-08T12:00'))).toBe('welcome')
    expect(itemAt(START + 44 * DAY_MS)).toBe('welcome')
  })

  it('rolls on from day to day for months, and keeps to the calendar it was given', () => {
    const { itemAt, asked } = someDirector()
    const seen: string[] = []
    for (let day = 0; day < 200; day++) {
      const noon = START + day * DAY_MS + 11 * 3_600_000
      if (itemAt(noon) === 'clinic') seen.push(new Date(noon).toISOString().slice(0, 10))
      if (day % 3 === 0) asked.at(-1)?.answer()
    }
    expect(seen).toEqual(['2026-11-10', '2026-12-08', '2027-01-12', '2027-03-09', '2027-04-13', '2027-05-11'])
    expect(asked.length).toBeGreaterThan(60)
  })

  it('goes on by itself when the worker never answers', () => {
    const { itemAt } = someDirector()
    for (let hour = 0; hour < 24 * 40; hour++) {
      const ms = START + hour * 3_600_000
      const local = new Date(ms + 9 * 3_600_000).toISOString().slice(0, 16)
      const isClinic = ['2026-11-10', '2026-12-08'].includes(local.slice(0, 10)) && /T(09|10|11):/.test(local)
      expect([local, itemAt(ms)]).toEqual([local, isClinic ? 'clinic' : 'welcome'])
    }
  })

  it('stops showing an interrupt that the log says was shown often enough', () => {
    const { itemAt } = someDirector()
    const minutes = (state: PlayerState) => Array.from({ length: 60 }, (_, n) => itemAt(START + n * 60_000, state))
    const spots = (state: PlayerState) => minutes(state).filter((item) => item === 'spot').length
    expect(spots(player(SPOTS))).toBe(2)
    const startedAt = new Date(START - 1).toISOString()
    const plays = [START, START + 1].map((ms) => ({ entryId: 'spots', startedAt: new Date(ms).toISOString() }))
    expect(spots(player(SPOTS, { plays: [{ entryId: 'spots', startedAt }] }))).toBe(2)
    expect(spots(player(SPOTS, { plays }))).toBeLessThanOrEqual(1)
  })

  it('follows a live value for as long as it counts', () => {
    const { itemAt } = someDirector()
    const temperature = { value: 33, observedAt: new Date(START).toISOString(), validForSeconds: 7200 }
    const hot = player(SPOTS, { values: { revision: 1, values: { temperature } } })
    const items = (ms: number) => new Set(Array.from({ length: 60 }, (_, n) => itemAt(ms + n * 60_000, hot)))
    expect(items(START)).toContain('clinic')
    expect(items(START + 7_200_000)).not.toContain('clinic')
  })

  it('lets its worker go', () => {
    const { director, isClosed } = someDirector()
    director.close()
    expect(isClosed()).toBe(true)
  })
})
