import { reaches } from '@akari/programme'
import type { DisplayView, Programme, SoundHours, SoundHoursView } from '@akari/protocol'

/** The sound hours that are for a display, in the order of `all`. */
export function soundOf(display: DisplayView, all: readonly SoundHoursView[]): SoundHoursView[] {
  return all.filter(({ targets }) => reaches(targets, display))
}

/** Does a display follow exactly these, by what was published for it? */
export function isPublished(hours: readonly SoundHoursView[], programme: Programme | null): boolean {
  return written(hours) === written(programme?.sound ?? [])
}

/** Is this one, as it stands, among what was published for a display? */
export function isAmong(hours: SoundHoursView, programme: Programme | null): boolean {
  return (programme?.sound ?? []).some((each) => written([each]) === written([hours]))
}

function written(hours: readonly SoundHours[]): string {
  return JSON.stringify(
    hours.map(({ id, name, volume, times: { weekly, exceptions } }) => [
      id,
      name,
      volume,
      weekly.map(({ weekdays, times }) => [weekdays, times.map(({ start, end }) => [start, end])]),
      exceptions.map(({ days, times }) => [days, times.map(({ start, end }) => [start, end])]),
    ]),
  )
}
