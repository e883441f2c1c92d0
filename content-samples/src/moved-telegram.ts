const TIMES = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g
const DAY_MS = 86_400_000
/** The last day of the samples is over. */
const WRITTEN_MS = Date.parse('2026-11-13T00:00:00+09:00')

/** A telegram with all its times later by so many milliseconds, each still written in its own offset from UTC. */
export function movedTelegram(xml: string, byMs: number): string {
  return xml.replaceAll(TIMES, (time) => later(time, byMs))
}

/**
 * How much later the samples must be for them to be of the days before `now`: whole days, the same for all of them, so that
 * their order and times of day stay. Servers hold telegrams that are older than a year.
 */
export function sinceSamplesMs(now: Date): number {
  return Math.floor((now.getTime() - WRITTEN_MS) / DAY_MS) * DAY_MS
}

/** Keeps the offset in which a time is written: some parts of a telegram are read as wall-clock times. */
function later(time: string, byMs: number): string {
  const sign = /([+-])(\d\d):(\d\d)$/.exec(time)
  const offsetMinutes = sign === null ? 0 : Number(`${sign[1]}1`) * (Number(sign[2]) * 60 + Number(sign[3]))
  const wall = new Date(Date.parse(time) + byMs + offsetMinutes * 60_000).toISOString().slice(0, 19)
  return `${wall}${sign === null ? 'Z' : sign[0]}`
}
