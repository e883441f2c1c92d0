import type { SampleSitting } from './sample.ts'

/** What was recorded of the sample's sitting: all but its recess. */
export interface SampleRecording {
  /** Relative to the sample's folder. */
  file: string
  durationMs: number
  /** What was recorded without a gap, counted from the opening of the sitting. */
  parts: readonly { fromMs: number; durationMs: number }[]
  /** Where the items of the agenda begin in the recording. */
  chapters: readonly { startMs: number; number?: string | undefined; title: SampleSitting['title'] }[]
}

/** The recording of a sitting that goes as the sample says. */
export function sampleRecordingOf({ agenda, course }: Pick<SampleSitting, 'agenda' | 'course'>): SampleRecording {
  const parts = course.flatMap(({ atSeconds, phase }, at) => {
    const next = course[at + 1]
    if (phase !== 'inSession' || next === undefined) return []
    return [{ fromMs: atSeconds * 1000, durationMs: (next.atSeconds - atSeconds) * 1000 }]
  })
  const whole = parts.reduce<{ fromMs: number; durationMs: number }[]>((joined, part) => {
    const last = joined.at(-1)
    if (last === undefined || last.fromMs + last.durationMs !== part.fromMs) return [...joined, part]
    return [...joined.slice(0, -1), { ...last, durationMs: last.durationMs + part.durationMs }]
  }, [])
  const first = agenda.map(({ id }) => course.find(({ item }) => item === id)?.atSeconds ?? null)
  return {
    file: 'media/council-recording.mp4',
    durationMs: whole.reduce((sum, { durationMs }) => sum + durationMs, 0),
    parts: whole,
    chapters: agenda.flatMap(({ number, title }, at) => {
      const atSeconds = first[at] ?? null
      const startMs = atSeconds === null ? null : inRecording(whole, atSeconds * 1000)
      return startMs === null ? [] : [{ startMs, ...(number === undefined ? {} : { number }), title }]
    }),
  }
}

/** A moment since the opening in the recording; null after its end. What was said in a recess leads to where it goes on. */
export function inRecording(parts: SampleRecording['parts'], atMs: number): number | null {
  let before = 0
  for (const { fromMs, durationMs } of parts) {
    if (atMs < fromMs + durationMs) return before + Math.max(0, atMs - fromMs)
    before += durationMs
  }
  return null
}
