import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vehicleOf } from '../testing/feeds.ts'
import { followFeed, isFrozen, UNFOLLOWED } from './follow-feed.ts'
import { readRealtime } from './read-realtime.ts'
import { writeRealtime } from './write-realtime.ts'

const NOW = 1_800_000_000
const utf8 = (text: string) => new TextEncoder().encode(text)
const full = writeRealtime(NOW, [vehicleOf('a', NOW), vehicleOf('b', NOW)])

describe('a body is a feed, a feed with nothing in it, or none', () => {
  it('holds its entities and when it was made', () => {
    expect(readRealtime(full)).toMatchObject({ state: 'ok', headerAt: NOW })
    expect(readRealtime(writeRealtime(NOW, []))).toMatchObject({ state: 'empty', headerAt: NOW })
  })

  it.each([
    ['nothing', new Uint8Array(), 'empty-body'],
    ['a page of HTML', utf8('<!DOCTYPE html><html><body>503 Service Unavailable</body></html>'), 'not-protobuf'],
    ['JSON', utf8('{"header":{}}'), 'not-protobuf'],
    ['a sentence', utf8('not valid pb data'), 'not-protobuf'],
    ['the half of a feed', full.subarray(0, full.length - 20), 'not-protobuf'],
    ['a header without a version', writeRealtime(NOW, [], { gtfsRealtimeVersion: '' }), 'no-header'],
    ['a part of a state', writeRealtime(NOW, [], { incrementality: 'DIFFERENTIAL' }), 'differential'],
  ])('is down where it is %s', (_what, bytes, reason) => {
    expect(readRealtime(bytes)).toEqual({ state: 'down', reason })
  })

  it('may be any bytes without anything being thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(full.length - 1), fc.nat(255), (bytes, at, byte) => {
        expect(['ok', 'empty', 'down']).toContain(readRealtime(bytes).state)
        expect(['ok', 'empty', 'down']).toContain(readRealtime(full.with(at, byte)).state)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a feed followed from poll to poll', () => {
  it('keeps the last good body, with its time, while nothing or rubbish comes', () => {
    const good = followFeed(UNFOLLOWED, full, NOW)
    const lost = followFeed(followFeed(good, null, NOW + 30), utf8('<html>'), NOW + 60)
    expect(lost.good).toMatchObject({ at: NOW, body: { state: 'ok' } })
    expect(lost.down).toEqual({ since: NOW + 30, reason: 'not-protobuf' })
    expect(followFeed(lost, writeRealtime(NOW + 90, []), NOW + 90)).toMatchObject({
      down: null,
      good: { at: NOW + 90 },
    })
  })

  it('is frozen when the same bytes come more than three times, but not at night', () => {
    const polls = (bytes: Uint8Array, count: number) =>
      Array.from({ length: count }, (_, n) => NOW + n * 15).reduce(
        (feed, at) => followFeed(feed, bytes, at),
        UNFOLLOWED,
      )
    expect([3, 4].map((count) => isFrozen(polls(full, count)))).toEqual([false, true])
    expect(isFrozen(polls(writeRealtime(NOW, []), 100))).toBe(false)
    expect(isFrozen(followFeed(polls(full, 9), writeRealtime(NOW + 200, [vehicleOf('a', NOW)]), NOW + 200))).toBe(false)
  })

  it('never goes back to an earlier state', () => {
    const newer = followFeed(UNFOLLOWED, writeRealtime(NOW + 60, [vehicleOf('a', NOW + 60)]), NOW + 61)
    expect(followFeed(newer, full, NOW + 70).good?.at).toBe(NOW + 61)
  })

  it('is followed on after one header of a time yet to come', () => {
    const wrong = followFeed(UNFOLLOWED, writeRealtime(NOW * 1000, [vehicleOf('a', NOW)]), NOW)
    expect(followFeed(wrong, full, NOW + 30).good?.at).toBe(NOW + 30)
  })
})
