import { LOG_MOST_LINES } from '@akari/protocol'

const LONGEST_LINE = 1000

/** The newest lines of a log, for staff who cannot come to the device; the whole log stays where it is written. */
export type LogRing = {
  /** A destination for the logger that writes everything on to another one. */
  before: (next: { write: (line: string) => unknown }) => { write: (line: string) => void }
  lines: () => readonly string[]
}

export function logRing(most = LOG_MOST_LINES): LogRing {
  const kept: string[] = []
  return {
    before: (next) => ({
      write: (line) => {
        next.write(line)
        kept.push(line.trimEnd().slice(0, LONGEST_LINE))
        if (kept.length > most) kept.shift()
      },
    }),
    lines: () => kept,
  }
}
