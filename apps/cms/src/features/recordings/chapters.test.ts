import { recordedAt } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chaptersOf, ffmetadata } from './chapters.ts'
import { toDelete } from './room.ts'
import { NOTHING_YET, type StoredRecording } from './stored-recording.ts'

const START = Date.parse('2026-11-28T01:00:00Z')
const MINUTE = 60_000
const part = (number: number, fromMs: number, durationMs: number) => ({
  number,
  startedAt: new Date(START + fromMs).toISOString(),
  durationMs,
})
const AGENDA = [
  { id: 'a', number: '日程第1', title: { ja: '署名' } },
  { id: 'b', title: { ja: '予算' } },
]

/** Parts one after the other, with gaps between them. */
const course = fc
  .array(fc.record({ gapMs: fc.nat(600_000), durationMs: fc.integer({ min: 1, max: 7_200_000 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => {
    let at = 0
    return pieces.map(({ gapMs, durationMs }, i) => {
      const made = part(i + 1, at + gapMs, durationMs)
      at += gapMs + durationMs
      return made
    })
  })

describe('where a moment of the day is in a recording', () => {
  it('is never later for an earlier moment, nor outside of the recording', () => {
    fc.assert(
      fc.property(course, fc.nat(80_000_000), fc.nat(80_000_000), (parts, x, y) => {
        const [early, late] = [START + Math.min(x, y), START + Math.max(x, y)]
        const [first, second] = [recordedAt(parts, early), recordedAt(parts, late)]
        const total = parts.reduce((sum, { durationMs }) => sum + durationMs, 0)
        if (second !== null) {
          expect(first).not.toBeNull()
          expect(first?.ms ?? Infinity).toBeLessThanOrEqual(second.ms)
          expect(second.ms).toBeLessThan(total)
        }
      }),
    )
  })

  it('is so far into the part as it is after its start, and every moment of a part is in it', () => {
    fc.assert(
      fc.property(course, fc.nat(), fc.nat(), (parts, which, into) => {
        const index = which % parts.length
        const chosen = parts[index]
        if (chosen === undefined) return
        const before = parts.slice(0, index).reduce((sum, { durationMs }) => sum + durationMs, 0)
        const within = into % chosen.durationMs
        expect(recordedAt(parts, Date.parse(chosen.startedAt) + within)).toEqual({ ms: before + within, gapMs: 0 })
      }),
    )
  })
})

describe('chapters', () => {
  const parts = [part(1, 0, 10 * MINUTE), part(2, 30 * MINUTE, 10 * MINUTE)]
  const at = (ms: number, itemId: string | null) => ({ atMs: START + ms, itemId })

  it('begin with the items; what began in a recess begins when the picture goes on', () => {
    const chapters = chaptersOf(parts, [at(1_000, null), at(MINUTE, 'a'), at(20 * MINUTE, 'b')], AGENDA)
    expect(chapters.map(({ startMs, title }) => [startMs, title.ja])).toEqual([
      [0, '開会'],
      [MINUTE, '署名'],
      [10 * MINUTE, '予算'],
    ])
  })

  it('leave out slips of the finger, items that are gone from the agenda and what came after the end', () => {
    const steps = [
      at(1_000, 'a'),
      at(MINUTE, 'b'),
      at(MINUTE + 2_000, 'a'),
      at(5 * MINUTE, 'gone'),
      at(90 * MINUTE, 'b'),
    ]
    expect(chaptersOf(parts, steps, AGENDA)).toEqual([{ startMs: 0, number: '日程第1', title: { ja: '署名' } }])
  })

  it('are in order, from the very beginning, and never two at once', () => {
    const steps = fc.array(
      fc.record({ atMs: fc.nat(50 * MINUTE).map((ms) => START + ms), itemId: fc.constantFrom('a', 'b', null) }),
    )
    fc.assert(
      fc.property(steps, (unordered) => {
        const starts = chaptersOf(
          parts,
          unordered.toSorted((x, y) => x.atMs - y.atMs),
          AGENDA,
        ).map(({ startMs }) => startMs)
        expect(starts).toEqual([...new Set(starts)].sort((x, y) => x - y))
        if (starts.length > 0) expect(starts[0]).toBe(0)
      }),
    )
  })

  it('are told to ffmpeg with what its format takes for signs escaped', () => {
    const text = ffmetadata(
      '第4回; #1=\\',
      [
        { startMs: 0, title: { ja: 'a=b' } },
        { startMs: 5, number: '議案', title: { ja: 'c' } },
      ],
      9,
    )
    expect(text).toBe(
      ';FFMETADATA1\ntitle=第4回\\; \\#1\\=\\\\\n' +
        '[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=5\ntitle=a\\=b\n' +
        '[CHAPTER]\nTIMEBASE=1/1000\nSTART=5\nEND=9\ntitle=議案 c\n',
    )
  })
})

it('makes room with the oldest that nothing shows, and no more than is needed', () => {
  const recording = (id: string, day: number, changes: Partial<StoredRecording> = {}): StoredRecording => ({
    id,
    sittingId: null,
    captionsId: null,
    startedAt: `2026-11-0${day}T01:00:00.000Z`,
    state: 'ready',
    said: { title: { ja: id }, chapters: [], onKiosk: false, byHand: false },
    recorded: { ...NOTHING_YET, bytes: 100 },
    assetId: null,
    version: 1,
    ...changes,
  })
  const all = [
    recording('new', 5),
    recording('shown', 1),
    recording('old', 2),
    recording('older', 3),
    recording('failed', 1, { state: 'failed' }),
  ]
  const isShown = ({ id }: StoredRecording) => id === 'shown'
  expect(toDelete(all, 600, isShown)).toEqual([])
  expect(toDelete(all, 500, isShown).map(({ id }) => id)).toEqual(['old'])
  expect(toDelete(all, 350, isShown).map(({ id }) => id)).toEqual(['old', 'older'])
  expect(toDelete(all, 0, isShown).map(({ id }) => id)).toEqual(['old', 'older', 'new'])
})
