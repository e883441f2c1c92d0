import type { OfficeCalendar, SoundHours } from '@akari/protocol'
import { dayKindsOf } from './calendar.ts'
import { soundRuleAt, soundSpans } from './sound-spans.ts'

/** Do these sound hours of a display, in their order, let nothing be heard from one moment (Unix ms) until another? */
export function silentThrough(
  sound: readonly SoundHours[],
  { timeZone, calendar }: { timeZone: string; calendar: OfficeCalendar },
  fromMs: number,
  toMs: number,
): boolean {
  const all = soundSpans({ sound: [...sound], timeZone }, dayKindsOf(calendar), fromMs, toMs)
  for (let atMs = fromMs; atMs < toMs; ) {
    const { rule, changesAtMs } = soundRuleAt(all, atMs)
    if (rule !== null && rule.volume > 0) return false
    atMs = changesAtMs
  }
  return true
}
