/** How a film is getting on: what was seen of it last, and since when it has been the same. */
export interface FilmWatch {
  seen: string
  sinceMs: number
}

/** A picture that stands for so long is taken for a fault: the next item is shown. */
export const FROZEN_AFTER_MS = 10_000

/** One look at a film; `seen` differs whenever the picture has gone on. Times are monotonic milliseconds. */
export function lookAtFilm(
  watch: FilmWatch | null,
  { seen, nowMs }: { seen: string; nowMs: number },
): { watch: FilmWatch; isFrozen: boolean } {
  if (watch === null || watch.seen !== seen) return { watch: { seen, sinceMs: nowMs }, isFrozen: false }
  return { watch, isFrozen: nowMs - watch.sinceMs >= FROZEN_AFTER_MS }
}

/** What tells one picture of a film from the next: the frames drawn so far, and where it stands. */
export function pictureOf(video: HTMLVideoElement): string {
  return `${video.getVideoPlaybackQuality().totalVideoFrames} ${video.currentTime.toFixed(3)}`
}
