import { describe, expect, it } from 'vitest'
import { isInProgrammes, isOver, type PlannedSitting, shownTimes, stepByRule } from './sitting-rules.ts'
import { NOT_YET_OPEN } from './standing.ts'

const at = (time: string): number => Date.parse(`2026-12-01T${time}:00+09:00`)
const HOUR = 3600_000

function sitting(changes: Partial<PlannedSitting> = {}): PlannedSitting {
  return {
    startsAt: '2026-12-01T10:00:00+09:00',
    endsAt: '2026-12-01T12:00:00+09:00',
    opening: 'clerk',
    closing: 'clerk',
    countdownMinutes: 30,
    afterMinutes: 15,
    streamId: 'stream',
    standing: NOT_YET_OPEN,
    ...changes,
  }
}

const OPEN = { ...NOT_YET_OPEN, phase: 'inSession' as const, openedAt: '2026-12-01T10:02:00+09:00' }
const CLOSED = { ...OPEN, phase: 'adjourned' as const, adjournedAt: '2026-12-01T11:20:00+09:00' }

describe('the displays of a sitting', () => {
  it('show it from its countdown, or from its opening where that was earlier', () => {
    expect(shownTimes(sitting(), at('09:00')).startsMs).toBe(at('09:30'))
    const early = { ...OPEN, openedAt: '2026-12-01T09:20:00+09:00' }
    expect(shownTimes(sitting({ standing: early }), at('09:20')).startsMs).toBe(at('09:20'))
  })

  it('show it until some minutes after its closing, planned or not', () => {
    expect(shownTimes(sitting({ standing: CLOSED }), at('11:20')).endsMs).toBe(at('11:35'))
    expect(shownTimes(sitting({ closing: 'time' }), at('09:00')).endsMs).toBe(at('12:15'))
  })

  it('do not wait beyond its planned end for one that nobody opened', () => {
    expect(shownTimes(sitting(), at('09:00')).endsMs).toBe(at('12:00'))
    expect(isInProgrammes(sitting(), at('12:00'))).toBe(false)
    expect(isOver(sitting(), at('12:00'))).toBe(true)
  })

  it('go on with one that is in session as long as it is, at most a day', () => {
    const open = sitting({ standing: OPEN })
    for (let nowMs = at('10:05'); nowMs < at('10:00') + 24 * HOUR; nowMs += HOUR) {
      expect(shownTimes(open, nowMs).endsMs).toBeGreaterThan(nowMs)
    }
    expect(shownTimes(open, at('10:00') + 30 * HOUR).endsMs).toBe(at('10:00') + 24 * HOUR)
  })

  it('have it in their programmes a day before', () => {
    expect(isInProgrammes(sitting(), at('09:00') - 24 * HOUR)).toBe(false)
    expect(isInProgrammes(sitting(), at('09:30') - 24 * HOUR)).toBe(true)
  })
})

describe('a sitting by itself', () => {
  it('is opened and closed by nobody where the clerk does it', () => {
    const live = { state: 'live', sinceMs: at('09:50') } as const
    expect(stepByRule(sitting(), live, at('10:30'))).toBeNull()
    expect(stepByRule(sitting({ standing: OPEN }), { state: 'ended', sinceMs: at('11:00') }, at('13:00'))).toBeNull()
  })

  it('opens and closes by time', () => {
    const timed = sitting({ opening: 'time', closing: 'time' })
    expect(stepByRule(timed, null, at('09:59'))).toBeNull()
    expect(stepByRule(timed, null, at('10:00'))).toBe('open')
    expect(stepByRule({ ...timed, standing: OPEN }, null, at('11:59'))).toBeNull()
    expect(stepByRule({ ...timed, standing: OPEN }, null, at('12:00'))).toBe('adjourn')
    // Nobody was there all day: it is not opened in order to be closed.
    expect(stepByRule(timed, null, at('12:00'))).toBeNull()
  })

  it('opens when its stream is live within the countdown, not when a camera is tried before', () => {
    const streamed = sitting({ opening: 'stream' })
    expect(stepByRule(streamed, { state: 'live', sinceMs: at('08:00') }, at('09:00'))).toBeNull()
    expect(stepByRule(streamed, { state: 'unknown', sinceMs: null }, at('09:58'))).toBeNull()
    expect(stepByRule(streamed, { state: 'live', sinceMs: at('09:57') }, at('09:58'))).toBe('open')
  })

  it('closes when its stream says that it is over, or is gone for two minutes; not while nobody can reach it', () => {
    const open = sitting({ closing: 'stream', standing: OPEN })
    const after = (state: 'ended' | 'gone' | 'unknown', time: string) =>
      stepByRule(open, { state, sinceMs: at('11:00') }, at(time))
    expect(after('ended', '11:00')).toBe('adjourn')
    expect(after('gone', '11:01')).toBeNull()
    expect(after('gone', '11:02')).toBe('adjourn')
    expect(after('unknown', '11:30')).toBeNull()
    expect(stepByRule(open, { state: 'ended', sinceMs: at('09:00') }, at('10:10'))).toBeNull()
  })

  it('leaves it to people once they took an opening or a closing back', () => {
    const timed = sitting({ opening: 'time', closing: 'time' })
    expect(stepByRule({ ...timed, standing: { ...NOT_YET_OPEN, byHand: true } }, null, at('10:30'))).toBeNull()
    const open = { ...timed, standing: { ...OPEN, byHand: true } }
    expect(stepByRule(open, null, at('12:30'))).toBeNull()
    expect(shownTimes(open, at('12:30')).endsMs).toBeGreaterThan(at('13:00'))
  })
})
