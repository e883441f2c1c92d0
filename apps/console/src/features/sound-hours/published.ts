import { reaches, same } from '@akari/programme'
import { type DisplayView, type Programme, SoundHours, type SoundHoursView } from '@akari/protocol'

/** The sound hours that are for a display, in the order of `all`. */
export function soundOf(display: DisplayView, all: readonly SoundHoursView[]): SoundHoursView[] {
  return all.filter(({ targets }) => reaches(targets, display))
}

/** Does a display follow exactly these, by what was published for it? */
export function isPublished(hours: readonly SoundHoursView[], programme: Programme | null): boolean {
  return same(hours.map(written), programme?.sound ?? [])
}

/** Does a display follow this one as it stands now, and not at all where it is not for it, by what was published for it? */
export function isFollowed(hours: SoundHoursView, display: DisplayView, programme: Programme | null): boolean {
  const followed = (programme?.sound ?? []).find(({ id }) => id === hours.id)
  return same(followed, reaches(hours.targets, display) ? written(hours) : undefined)
}

/** As a programme has it. */
function written(hours: SoundHoursView): SoundHours {
  return SoundHours.parse(hours)
}
