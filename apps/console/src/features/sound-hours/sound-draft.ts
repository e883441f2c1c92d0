import { overlappingRange } from '@akari/programme'
import type { OperatingHours, SoundHoursInput, SoundHoursView, TimeRange } from '@akari/protocol'

/** Sound hours as they are being written. */
export type SoundDraft = SoundHoursInput

const LUNCH: OperatingHours = {
  weekly: [{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], times: [{ start: '09:00', end: '17:00' }] }],
  exceptions: [{ days: ['closed'], times: [] }],
}
const USUAL_VOLUME = 40

/** New ones go after the `count` that there are. */
export function blankSound(count: number): SoundDraft {
  const targets = { displayIds: [], groups: [] }
  return { name: '', volume: USUAL_VOLUME, targets, times: LUNCH, position: count, version: 0 }
}

export function draftOf({ name, volume, targets, times, position, version }: SoundHoursView): SoundDraft {
  return { name, volume, targets, times, position, version }
}

/** Times of one day that overlap; null where none do. */
export function overlapIn({ times }: SoundDraft): TimeRange | null {
  const ranges = [...times.weekly, ...times.exceptions].map((each) => overlappingRange(each.times))
  return ranges.find((each) => each !== null) ?? null
}

/** Can it be saved? */
export function isWhole(draft: SoundDraft): boolean {
  const { name, targets, times } = draft
  const { displayIds, groups, where } = targets
  return (
    name.trim() !== '' &&
    (displayIds.length + groups.length > 0 || where !== undefined) &&
    times.weekly.every(({ weekdays }) => weekdays.length > 0) &&
    times.exceptions.every(({ days }) => days.length > 0) &&
    overlapIn(draft) === null
  )
}
