/** A clock that goes when it is told to. */
export function settableClock(start: string) {
  let ms = Date.parse(start)
  return {
    now: () => new Date(ms),
    pass: (more: { minutes?: number; seconds?: number }) => {
      ms += (more.minutes ?? 0) * 60_000 + (more.seconds ?? 0) * 1000
    },
    ago: (minutes: number) => new Date(ms - minutes * 60_000).toISOString(),
  }
}
