import type { RecordingView } from '@akari/protocol'

type OfSitting = Pick<RecordingView, 'sittingId' | 'captionsId'>

/** What was recorded of a sitting, in the order of `all`; where the sitting is gone, its transcript tells what belongs together. */
export function recordingsOf<R extends OfSitting>({ sittingId, captionsId }: OfSitting, all: readonly R[]): R[] {
  return all.filter((each) =>
    sittingId === null ? each.captionsId === captionsId && captionsId !== null : each.sittingId === sittingId,
  )
}

/** Which of its sitting's recordings this is, counted by time; null where it is the only one. `all`: the newest first. */
export function nthOfSitting<R extends OfSitting & { id: string }>(recording: R, all: readonly R[]): number | null {
  const made = recordingsOf(recording, all)
  return made.length > 1 ? made.length - made.findIndex(({ id }) => id === recording.id) : null
}
