import { type GlassLook, isPicture } from './look.ts'

export type Sampler = {
  /** What is going on from now on; null: nothing. A glass that `stands` may keep its last picture and answer nobody. */
  during: (fault: { name: string; stands: boolean } | null) => void
  report: () => BlankReport
  close: () => Promise<void>
}

export type BlankReport = {
  samples: number
  /** Longest run of samples without a picture in milliseconds, by the fault it began in. */
  longestMs: Record<string, number>
  /** Runs that began while nothing was wrong. */
  withoutFault: number
  /** What the first look of each run found instead of a picture; of the first runs. */
  found: string[]
}

const EVERY_MS = 1_000
const MOST_FOUND = 50
/** After a fault is over the glass has this long to come back before a blank counts as one without a fault. */
const AFTERMATH_MS = 10_000

/** Looks at the glass once a second. */
export function startSampler(look: () => Promise<GlassLook | null>): Sampler {
  const longestMs: Record<string, number> = {}
  let [samples, withoutFault] = [0, 0]
  const found: string[] = []
  let fault: { name: string; stands: boolean } | null = null
  let quietSince = -Infinity
  let lastName = 'none'
  let blank: { since: number; name: string } | null = null
  const closing = new AbortController()

  async function sample(): Promise<void> {
    const askedAt = performance.now()
    const seen = await look()
    samples += 1
    if (isPicture(seen) || (seen === null && fault?.stands === true)) {
      blank = null
      return
    }
    const calm = fault === null && askedAt - quietSince > AFTERMATH_MS
    if (blank === null && calm) withoutFault += 1
    if (blank === null && found.length < MOST_FOUND)
      found.push(`${calm ? 'no fault' : lastName}: ${seen === null ? 'no answer' : JSON.stringify(seen)}`)
    blank ??= { since: askedAt, name: calm ? 'none' : lastName }
    const lastedMs = Math.round(performance.now() - blank.since)
    longestMs[blank.name] = Math.max(longestMs[blank.name] ?? 0, lastedMs)
  }
  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      const next = performance.now() + EVERY_MS
      await sample()
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())))
    }
  }
  const running = run()
  return {
    during: (now) => {
      if (fault !== null) quietSince = performance.now()
      fault = now
      if (now !== null) lastName = now.name
    },
    report: () => ({ samples, longestMs: { ...longestMs }, withoutFault, found }),
    close: async () => {
      closing.abort()
      await running
    },
  }
}
