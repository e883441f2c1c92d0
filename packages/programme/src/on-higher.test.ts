import type { OnHigher, ScheduleEntry } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import type { Values } from './conditions.ts'
import { direct, type DirectState } from './direct.ts'
import { unroll } from './unroll.ts'
import { clockAt, entry, item, playlist, programme, rule, stateOf } from './testing/sample.ts'

const film = playlist('film', [item('part1', 600), item('part2', 600), item('part3', 600)])
const call = playlist('call', [item('call', 60)])
const higher = (start: string, durationMinutes: number, changes: Partial<ScheduleEntry> = {}) =>
  entry('higher', {
    playlistId: 'call',
    priority: 'high',
    rule: rule({ start, durationMinutes, rrule: null }),
    ...changes,
  })

function showing(onHigher: OnHigher, over = higher('2026-11-02T09:15', 10), changes: Partial<DirectState> = {}) {
  const lower = entry('lower', { playlistId: 'film', onHigher, rule: rule({ durationMinutes: 120, rrule: null }) })
  const published = programme({ playlists: [film, call, playlist('base', [item('base', 60)])], entries: [lower, over] })
  return (local: string, ...span: [] | [string, string]) => {
    const windows = span.length === 0 ? {} : { windows: unroll(published, ...span) }
    return direct(stateOf(published, { ...changes, ...windows }), clockAt(`2026-11-02T${local}+09:00`))
  }
}
const itemAt = (at: ReturnType<typeof showing>, local: string) => at(local).item?.itemId

describe('when something higher begins, an entry', () => {
  it('that stops is cut at once, and afterwards stands where the clock says', () => {
    const at = showing('stop')
    expect(['09:14:59', '09:15:00', '09:25:00'].map((local) => itemAt(at, local))).toEqual(['part2', 'call', 'part3'])
  })

  it('that pauses goes on where it was', () => {
    const at = showing('pause')
    expect(itemAt(at, '09:15:00')).toBe('call')
    expect(at('09:25:00').item).toMatchObject({ itemId: 'part2', startedAt: '2026-11-02T00:20:00.000Z' })
    expect(itemAt(at, '09:29:59')).toBe('part2')
    expect(itemAt(at, '09:30:00')).toBe('part3')
  })

  it('that pauses goes on at the same place whatever was unrolled', () => {
    const at = showing('pause')
    const late = at('09:26:00', '2026-11-02T09:25:30+09:00', '2026-11-03T00:00:00+09:00')
    expect(late.item).toEqual(at('09:26:00').item)
  })

  it('that defers lets its item end first, ten minutes at most', () => {
    const at = showing('defer')
    expect(at('09:15:00')).toMatchObject({ item: { itemId: 'part2' }, validUntil: '2026-11-02T00:20:00.000Z' })
    expect(at('09:15:00').reasons[0]?.code).toBe('entry-wins')
    expect(at('09:15:00').reasons).toContainEqual({
      code: 'entry-waits',
      entryId: 'higher',
      until: '2026-11-02T00:20:00.000Z',
    })
    expect(itemAt(at, '09:20:00')).toBe('call')
    const long = showing('defer', higher('2026-11-02T09:00', 60))
    expect(itemAt(long, '09:00:00')).toBe('call')
  })

  it('that never comes back is not shown for the rest of its window', () => {
    const at = showing('never')
    expect(itemAt(at, '09:14:59')).toBe('part2')
    expect(itemAt(at, '09:25:00')).toBe('base')
    expect(at('09:25:00').reasons).toContainEqual({ code: 'entry-dropped', entryId: 'lower', by: 'higher' })
  })

  it('does not notice one that had nothing to show', () => {
    const empty = higher('2026-11-02T09:15', 10, { playlistId: 'gone' })
    expect(itemAt(showing('never', empty), '09:25:00')).toBe('part3')
    expect(showing('pause', empty)('09:25:00').item).toEqual(showing('stop', empty)('09:25:00').item)
  })

  it('drops an item whose validity ended while it paused', () => {
    const brief = playlist('film', [
      item('part1', 600),
      item('part2', 600, { validUntil: '2026-11-02T09:20:00+09:00' }),
    ])
    const lower = entry('lower', {
      playlistId: 'film',
      onHigher: 'pause',
      rule: rule({ durationMinutes: 120, rrule: null }),
    })
    const published = programme({ playlists: [brief, call], entries: [lower, higher('2026-11-02T09:15', 10)] })
    expect(direct(stateOf(published), clockAt('2026-11-02T09:25:00+09:00')).item?.itemId).toBe('part1')
  })
})

describe('an entry with a condition', () => {
  const at = '2026-11-02T09:00:00+09:00'
  const hot = higher('2026-11-02T09:15', 30, { conditions: [{ value: 'temperature', is: { atLeast: 31 } }] })
  const told = (values: Values) => showing('stop', hot, { values })

  it('is shown while the value meets it, until the value is too old', () => {
    const warm = told({ temperature: { value: 33, at, validForMs: 20 * 60_000 } })
    expect(warm('09:19:30')).toMatchObject({ item: { itemId: 'call' }, validUntil: '2026-11-02T00:20:00.000Z' })
    expect(itemAt(warm, '09:20:00')).toBe('part3')
    expect(warm('09:20:00').reasons).toContainEqual({
      code: 'condition-not-met',
      entryId: 'higher',
      value: 'temperature',
      because: 'too-old',
    })
  })

  it.each([
    ['not-known', {}],
    ['other-value', { temperature: { value: 30.9, at, validForMs: 3_600_000 } }],
    ['other-value', { temperature: { value: 'hot', at, validForMs: 3_600_000 } }],
  ])('is not shown otherwise, and says why: %s', (because, values) => {
    const shown = told(values)('09:16:00')
    expect(shown.item?.itemId).toBe('part2')
    expect(shown.reasons).toContainEqual({
      code: 'condition-not-met',
      entryId: 'higher',
      value: 'temperature',
      because,
    })
  })
})
