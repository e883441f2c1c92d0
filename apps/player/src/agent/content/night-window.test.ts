import { describe, expect, it } from 'vitest'
import { someFile, someProgramme } from '../testing/samples.ts'
import { filesByNeed } from './need.ts'
import { fetchingNow, nightWindow, windowAt } from './night-window.ts'

const TOKYO = 'Asia/Tokyo'
const at = (time: string) => Date.parse(`2026-10-01T${time}:00+09:00`)
const night = nightWindow('22:00-05:30')
if (night === null) throw new Error('a window')
const [now, later] = [someFile('now').ref, someFile('later').ref]

/** Shows `now` by default and `later` in a playlist that is due at that hour of every day. */
function programme(hour: string, files = [now, later]) {
  const made = someProgramme(1, files)
  const [main] = made.playlists
  if (main === undefined) throw new Error('a playlist')
  const item = (index: number) => main.items.slice(index, index + 1)
  const rule = { timeZone: TOKYO, rrule: null, exdates: [], rdates: [], durationMinutes: 60 }
  return {
    programme: {
      ...made,
      playlists: [
        { ...main, items: item(0) },
        { id: 'other', name: '別', items: item(1) },
      ],
      entries: [
        {
          id: 'e',
          name: '別',
          playlistId: 'other',
          priority: 'normal' as const,
          rule: { ...rule, start: `2026-10-01T${hour}` },
        },
      ],
    },
    etag: null,
  }
}

describe('nightWindow', () => {
  it('is read from two times, and from nothing else', () => {
    expect(night).toEqual({ fromMinute: 1320, toMinute: 330 })
    for (const text of ['', '22:00', '25:00-05:00', '22:00-22:00', '22-5']) expect(nightWindow(text)).toBe(null)
  })

  it('is open over midnight in the zone of the display', () => {
    expect(windowAt(night, at('21:59'), TOKYO)).toEqual({ isOpen: false, endsInMs: (7 * 60 + 31) * 60_000 })
    expect(windowAt(night, at('22:00'), TOKYO)).toEqual({ isOpen: true, endsInMs: 7.5 * 3_600_000 })
    expect(windowAt(night, at('05:29'), TOKYO)).toEqual({ isOpen: true, endsInMs: 60_000 })
    expect(windowAt(night, at('05:30'), TOKYO).isOpen).toBe(false)
  })
})

describe('fetchingNow', () => {
  const held = programme('09:00', [now])

  it('waits for the night with what is due after it', () => {
    const wanted = programme('20:00')
    const early = Date.parse('2026-09-30T12:00:00+09:00')
    expect(fetchingNow(night, held, wanted, early)).toEqual({ state: 'later' })
    expect(fetchingNow(night, held, wanted, early + 11 * 3_600_000)).toEqual({ state: 'until', ms: 6.5 * 3_600_000 })
  })

  it('does not wait where something is due before the night is over, without a time, a window or a programme', () => {
    expect(fetchingNow(night, held, programme('20:00'), at('12:00'))).toEqual({ state: 'now' })
    const wanted = programme('20:00')
    const early = Date.parse('2026-09-30T12:00:00+09:00')
    expect(fetchingNow(night, held, wanted, null)).toEqual({ state: 'now' })
    expect(fetchingNow(null, held, wanted, early)).toEqual({ state: 'now' })
    expect(fetchingNow(night, null, wanted, early)).toEqual({ state: 'now' })
  })
})

describe('filesByNeed', () => {
  it('begins with what is due first', () => {
    const { programme: wanted } = programme('12:00')
    expect(filesByNeed(wanted, at('12:10'))).toEqual([later, now])
    expect(filesByNeed(wanted, at('14:00'))).toEqual([now, later])
  })
})
