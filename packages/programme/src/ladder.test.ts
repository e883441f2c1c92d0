import { OfficeCalendar, OperatingHours } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { direct } from './direct.ts'
import { ladderAt, type Rung, type RungName, RUNGS } from './ladder.ts'
import { someClock, someState } from './testing/some-state.ts'
import { alert, clockAt, entry, held, item, playlist, programme, rule, stateOf } from './testing/sample.ts'

const MONDAY = '2026-11-02'

function ladder(changes: Parameters<typeof programme>[0], at: string, state: Parameters<typeof stateOf>[1] = {}) {
  return ladderAt(stateOf(programme(changes), state), clockAt(`${at}+09:00`))
}

function rung(name: RungName, rungs: readonly Rung[]): Rung {
  const found = rungs.find((one) => one.name === name)
  if (found === undefined) throw new Error(name)
  return found
}

function standing(name: RungName, rungs: readonly Rung[]) {
  return rung(name, rungs).candidates.map(({ id, standing: stands, why }) => [id, stands, why.code])
}

describe('the ladder of one moment', () => {
  it('names who has the glass, who gives way to it, and what would be shown without either', () => {
    const high = entry('fair', { priority: 'high', rule: rule({ durationMinutes: 30 }) })
    const { rungs } = ladder({ entries: [entry('office'), high] }, `${MONDAY}T09:10`)
    expect(standing('scheduled', rungs)).toEqual([
      ['fair', 'shown', 'entry-wins'],
      ['office', 'behind', 'behind'],
    ])
    expect(rung('scheduled', rungs).candidates[1]?.why).toMatchObject({ because: 'priority', by: 'fair' })
    expect(standing('default', rungs)).toEqual([['base', 'ready', 'default-playlist']])
    expect(rungs.map(({ state }) => state)).toEqual(['passes', 'passes', 'passes', 'passes', 'wins', 'covered'])
  })

  it('says what would be on under an emergency, an override and a dark panel', () => {
    const hours = OperatingHours.parse({ weekly: [{ weekdays: ['MO'], times: [{ start: '12:00', end: '18:00' }] }] })
    const session = { id: 'session', name: '議会', playlistId: 'morning', noticeSeconds: 0 }
    const takeovers = [{ ...session, startsAt: `${MONDAY}T09:30:00+09:00`, endsAt: `${MONDAY}T10:00:00+09:00` }]
    const changes = { entries: [entry('office')], hours, takeovers }
    const closed = ladder(changes, `${MONDAY}T09:10`)
    expect(closed.rungs.map(({ state }) => state)).toEqual([
      'passes',
      'passes',
      'wins',
      'covered',
      'covered',
      'covered',
    ])
    expect(standing('scheduled', closed.rungs)).toEqual([['office', 'ready', 'entry-wins']])
    expect(standing('takeover', closed.rungs)).toEqual([['session', 'out', 'takeover-not-yet']])
    expect(rung('hours', closed.rungs).notes[0]).toEqual({ code: 'outside-hours', opensAt: '2026-11-02T03:00:00.000Z' })
    const taken = ladder(changes, `${MONDAY}T09:40`)
    expect(standing('takeover', taken.rungs)).toEqual([['session', 'shown', 'takeover-wins']])
    const alerts = { live: held('live', [alert('rain')]), drill: null }
    const emergency = ladder(changes, `${MONDAY}T10:30`, { alerts })
    expect(standing('emergency', emergency.rungs)).toEqual([['rain', 'shown', 'alerts-take-over']])
    expect(standing('takeover', emergency.rungs)).toEqual([['session', 'out', 'takeover-over']])
  })

  it('lets an interrupt pass over the others, and says when it comes next', () => {
    const role = { kind: 'interrupt', share: { percent: 50 }, maxPlaysPerHour: null } as const
    const entries = [
      entry('office', { rule: rule({ durationMinutes: 180 }) }),
      entry('spot', { playlistId: 'spot', role }),
    ]
    const playlists = [...programme().playlists, playlist('spot', [item('advert', 30)])]
    const seen = [0, 35].map((seconds) =>
      ladder({ entries, playlists }, `${MONDAY}T09:10:${`${seconds}`.padStart(2, '0')}`),
    )
    const turns = seen.map(({ rungs }) => [
      rung('interrupts', rungs).state,
      ...(standing('interrupts', rungs)[0] ?? []),
    ])
    expect(turns).toContainEqual(['wins', 'spot', 'shown', 'interrupt-plays'])
    expect(turns).toContainEqual(['passes', 'spot', 'behind', 'interrupt-waits'])
  })

  it('says of the lines beside the programme which of them has its turn, not what fills the glass', () => {
    const role = { kind: 'overlay' } as const
    const high = entry('high', { role, priority: 'high', rule: rule({ durationMinutes: 10 }) })
    const lines = [entry('first', { role }), entry('second', { role, order: 1 })]
    const beside = (at: string) =>
      ladder({ entries: [entry('office'), ...lines, high] }, at).ticker?.candidates.map(({ id, why }) => [id, why])
    expect(beside(`${MONDAY}T09:20`)).toMatchObject([
      ['first', { code: 'ticker-shown' }],
      ['second', { code: 'behind', because: 'turn', by: 'first' }],
      ['high', { code: 'outside-window' }],
    ])
    expect(beside(`${MONDAY}T09:05`)?.slice(1)).toMatchObject([
      ['first', { code: 'behind', because: 'priority', by: 'high' }],
      ['second', { code: 'behind', because: 'priority', by: 'high' }],
    ])
  })

  it.each([
    [
      'a day that the entry keeps away from, by the name of the 祝日',
      { days: { only: null, except: ['holiday'] } },
      { code: 'day-left-out', kinds: ['holiday'], holiday: '文化の日', nextAt: '2026-11-04T00:00:00.000Z' },
    ],
    [
      'a day that is not of the kind it asks for',
      { days: { only: ['yearEnd'], except: [] } },
      { code: 'day-not-meant', only: ['yearEnd'] },
    ],
    [
      'one time that somebody left out',
      { exdates: ['2026-11-03T09:00'] },
      { code: 'start-left-out', originalStart: '2026-11-03T09:00' },
    ],
    [
      'its first day still to come',
      { from: '2026-11-05' },
      { code: 'not-begun', from: '2026-11-05', nextAt: '2026-11-05T00:00:00.000Z' },
    ],
    [
      'its last day over',
      { start: '2026-10-01T09:00', until: '2026-11-01' },
      { code: 'over', endedAt: '2026-11-01T01:00:00.000Z' },
    ],
    [
      'another time of the day',
      { start: '2026-11-02T07:00' },
      { code: 'outside-window', endedAt: '2026-11-02T23:00:00.000Z', nextAt: '2026-11-03T22:00:00.000Z' },
    ],
    ['an end, once', { start: '2026-11-01T09:00', rrule: null }, { code: 'over', endedAt: '2026-11-01T01:00:00.000Z' }],
  ] as const)('names why an entry is not due: %s', (_, changes, why) => {
    const calendar = OfficeCalendar.parse({
      holidays: [{ date: '2026-11-03', name: '文化の日' }],
      yearEnd: { from: '12-29', to: '01-03' },
    })
    const copied = JSON.parse(JSON.stringify(changes))
    const { rungs } = ladder({ entries: [entry('office', { rule: rule(copied) })], calendar }, '2026-11-03T09:10')
    expect(rung('scheduled', rungs).candidates[0]).toMatchObject({ id: 'office', standing: 'out', why })
  })
})

describe('the ladder, whatever it is given', () => {
  it('has every entry exactly once, and its winner is what direct decides', () => {
    fc.assert(
      fc.property(someState, someClock, (state, clock) => {
        const { direction, rungs, ticker } = ladderAt(state, clock)
        expect(direction).toEqual(direct(state, clock))
        const wins = rungs.filter((one) => one.state === 'wins')
        expect(wins).toHaveLength(direction.layer === 'fallback' ? 0 : 1)
        const visits = direction.reasons.some(({ code }) => code === 'visit-holds')
        const [winner] = wins
        if (winner !== undefined && winner.name !== 'hours' && winner.name !== 'emergency' && !visits) {
          const shown = winner.candidates.filter(({ standing: stands }) => stands === 'shown')
          const entries = direction.reasons.flatMap((why) =>
            why.code === 'entry-wins' || why.code === 'interrupt-plays' ? [why.entryId] : [],
          )
          const takeovers = direction.reasons.flatMap((why) => (why.code === 'takeover-wins' ? [why.takeoverId] : []))
          const defaults =
            direction.layer === 'default' && entries.length === 0 ? [state.programme?.defaultPlaylistId] : []
          expect(new Set(shown.map(({ id }) => id))).toEqual(new Set([...entries, ...takeovers, ...defaults]))
        }
        const ids = (state.programme?.entries ?? []).map(({ id }) => id)
        const listed = [...rungs, ...(ticker === null ? [] : [ticker])].flatMap(({ candidates }) =>
          candidates.filter(({ of }) => of === 'entry').map(({ id }) => id),
        )
        expect(listed.toSorted()).toEqual(ids.toSorted())
        expect(rungs.map(({ name }) => name)).toEqual(RUNGS.filter((name) => name !== 'power'))
      }),
      { numRuns: 300 },
    )
  })
})
