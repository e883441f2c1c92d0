import { isAimless } from '@akari/programme'
import type { OperatingHours, SoundHoursInput, SoundHoursView } from '@akari/protocol'

/** Sound hours as they are being written. */
export type SoundDraft = SoundHoursInput

const OFFICE: OperatingHours = {
  weekly: [{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], times: [{ start: '09:00', end: '17:00' }] }],
  exceptions: [{ days: ['closed'], times: [] }],
}
const USUAL_VOLUME = 40

/** New ones go after the `count` that there are. */
export function blankSound(count: number): SoundDraft {
  const targets = { displayIds: [], groups: [] }
  return { name: '', volume: USUAL_VOLUME, targets, times: OFFICE, position: count, version: 0 }
}

export function draftOf({ name, volume, targets, times, position, version }: SoundHoursView): SoundDraft {
  return { name, volume, targets, times, position, version }
}

/** What is missing besides the times before it can be saved; null: nothing. */
export function missingOf({ name, targets }: SoundDraft): 'name' | 'targets' | null {
  if (name.trim() === '') return 'name'
  return isAimless(targets) ? 'targets' : null
}
