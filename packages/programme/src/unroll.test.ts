import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { someProgramme } from './testing/some-programme.ts'
import { entry, programme, rule } from './testing/sample.ts'
import { dueAt, unroll } from './unroll.ts'

const FROM = '2026-11-02T00:00:00+09:00'
const TO = '2026-11-04T00:00:00+09:00'

describe('unrolling a programme', () => {
  it('gives every window of every entry, sorted by start', () => {
    const entries = [entry('late', { rule: rule({ start: '2026-11-02T15:00' }) }), entry('early', { priority: 'high' })]
    const { list } = unroll(programme({ entries }), FROM, TO)
    expect(list.map((w) => [w.entryId, w.originalStart, w.priority])).toEqual([
      ['early', '2026-11-02T09:00', 'high'],
      ['late', '2026-11-02T15:00', 'normal'],
      ['early', '2026-11-03T09:00', 'high'],
      ['late', '2026-11-03T15:00', 'normal'],
    ])
  })

  it('lists rules it cannot follow and goes on with the others', () => {
    const entries = [
      entry('nowhere', { rule: rule({ timeZone: 'Not/AZone' }) }),
      entry('garbled', { rule: rule({ rrule: 'FREQ=SOMETIMES' }) }),
      entry('good'),
    ]
    const windows = unroll(programme({ entries }), FROM, TO)
    expect(windows.problems).toEqual([
      { entryId: 'nowhere', problem: 'unknown-zone' },
      { entryId: 'garbled', problem: 'unreadable' },
    ])
    expect(new Set(windows.list.map((w) => w.entryId))).toEqual(new Set(['good']))
  })

  it('gives nothing for a stretch that ends before it begins', () => {
    expect(unroll(programme({ entries: [entry('any')] }), TO, FROM).list).toEqual([])
  })

  it('finds by search what reading the whole list would find, until it changes', () => {
    fc.assert(
      fc.property(someProgramme, fc.integer({ min: 0, max: 6 * 86_400_000 }), (published, offsetMs) => {
        const windows = unroll(published, '2026-10-29T00:00:00Z', '2026-11-07T00:00:00Z')
        const ms = Date.parse('2026-10-30T00:00:00Z') + offsetMs
        const running = (at: number) => windows.list.filter((w) => w.startsAtMs <= at && at < w.endsAtMs)
        const { due, changesAtMs } = dueAt(windows, ms)
        expect(new Set(due)).toEqual(new Set(running(ms)))
        expect(changesAtMs).toBeGreaterThan(ms)
        expect(running(changesAtMs - 1)).toEqual(running(ms))
        const otherThen =
          running(changesAtMs).some((w) => !due.includes(w)) || running(changesAtMs).length !== due.length
        expect(otherThen || changesAtMs === windows.toMs).toBe(true)
      }),
    )
  })
})
