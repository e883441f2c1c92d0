import { OfficeCalendar, OperatingHours, type Programme } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesOf } from './changes.ts'
import { nextShowing } from './next-showing.ts'
import { someProgramme } from './testing/some-programme.ts'
import { entry, firstOf, item, playlist, programme, rule } from './testing/sample.ts'
import { unroll } from './unroll.ts'

const FROM = '2026-11-02T00:00:00+09:00'
const TO = '2026-11-16T00:00:00+09:00'

function look(some: Programme, id = 'mine', from = FROM, to = TO) {
  const found = some.entries.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return nextShowing(some, unroll(some, from, to), found, from)
}

describe('when an entry is shown next', () => {
  it('is its next window, or its turn in it', () => {
    const mine = entry('mine', { playlistId: 'base' })
    expect(look(programme({ entries: [mine] }))).toEqual({
      shown: true,
      at: '2026-11-02T00:00:00.000Z',
      windowEndsAt: '2026-11-02T01:00:00.000Z',
    })
    const first = entry('a-first', { order: -1 })
    expect(look(programme({ entries: [first, mine] }))).toMatchObject({ shown: true, at: '2026-11-02T00:01:00.000Z' })
  })

  it('waits for what is higher to end', () => {
    const top = entry('top', { priority: 'top', rule: rule({ durationMinutes: 30 }) })
    const some = programme({ entries: [entry('mine'), top] })
    expect(look(some)).toMatchObject({ shown: true, at: '2026-11-02T00:30:00.000Z' })
  })

  it('is the first slot of its share for an interrupt', () => {
    const role = { kind: 'interrupt', share: { percent: 10 }, maxPlaysPerHour: null } as const
    const some = programme({ entries: [entry('mine', { role })] })
    const found = look(some)
    const change = firstOf(changesOf(some, '2026-11-02T09:00:00+09:00', TO), 500).find(({ entry: id }) => id === 'mine')
    expect(found).toMatchObject({ shown: true, at: new Date(change?.at ?? '').toISOString() })
  })
})

describe('why an entry is never shown', () => {
  it.each([
    [
      'something higher is always there',
      { entries: [entry('mine'), entry('top', { priority: 'top' })] },
      { code: 'behind', because: 'priority', by: 'top' },
    ],
    [
      'its playlist is empty',
      { entries: [entry('mine', { playlistId: 'empty' })], playlists: [playlist('empty', [])] },
      { code: 'entry-has-nothing-to-show' },
    ],
    [
      'its pictures are no longer valid',
      {
        entries: [entry('mine', { playlistId: 'old' })],
        playlists: [playlist('old', [item('x', 10, { validUntil: '2026-11-01T00:00:00Z' })])],
      },
      { code: 'entry-has-nothing-to-show' },
    ],
    [
      'the display is off',
      { entries: [entry('mine')], hours: OperatingHours.parse({ weekly: [] }) },
      { code: 'above-it', layer: 'closed', by: null },
    ],
    [
      'it waits for a value',
      { entries: [entry('mine', { conditions: [{ value: 'weather', is: { equals: 'rain' } }] })] },
      { code: 'condition-not-met', value: 'weather' },
    ],
    [
      'its rule cannot be followed',
      { entries: [entry('mine', { rule: rule({ timeZone: 'Not/AZone' }) })] },
      { code: 'rule-not-followed', problem: 'unknown-zone' },
    ],
    [
      'it is over',
      { entries: [entry('mine', { rule: rule({ rrule: null, start: '2026-10-01T09:00' }) })] },
      { code: 'over' },
    ],
    [
      'it keeps to days that never come',
      {
        entries: [entry('mine', { rule: rule({ days: { only: ['yearEnd'], except: [] } }) })],
        calendar: OfficeCalendar.parse({}),
      },
      { code: 'over' },
    ],
  ] as const)('because %s', (_, changes, hindrance) => {
    const copied: Partial<Programme> = JSON.parse(JSON.stringify(changes))
    const found = look(programme(copied))
    expect(found).toMatchObject({ shown: false })
    expect('hindrances' in found && found.hindrances[0]).toMatchObject(hindrance)
  })

  it('is said only of what the display never shows, whatever the programme', () => {
    const [from, to] = ['2026-10-31T20:00:00Z', '2026-11-01T02:00:00Z']
    fc.assert(
      fc.property(someProgramme, (some) => {
        const entries = some.entries.filter(({ id }, n, all) => all.findIndex((other) => other.id === id) === n)
        const distinct = { ...some, entries }
        const changes = firstOf(changesOf(distinct, from, to), 1000)
        if (changes.length === 1000) return
        for (const one of entries.filter(({ role }) => role?.kind !== 'overlay')) {
          const found = nextShowing(distinct, unroll(distinct, from, to), one, from)
          const first = changes.find(({ entry: id }) => id === one.id)
          expect(found.shown ? found.at : null).toBe(first === undefined ? null : new Date(first.at).toISOString())
          if (!found.shown) expect(found.hindrances.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 60 },
    )
  })
})
