import type { Play, PlayerState, PlayReport, Programme } from '@akari/protocol'
import type { StateAuthor } from '../state-author.ts'
import type { PlayLog } from './play-log.ts'

/** What the screen says it shows, on its way into the log and, of this hour, back into the player's state. */
export type PlayBook = {
  told: (report: PlayReport) => void
  /** The screen is painting: what is on is still on. */
  painting: () => void
  close: () => void
}

const HOUR_MS = 3_600_000
const KEPT = 2_000

/**
 * Plays are counted by the turn they belong to, so that one turn shown in two parts is one play. A play that was on when page
 * or player stopped is closed as `lost` when the next one begins.
 */
export function playBook(deps: {
  log: PlayLog
  lately: readonly PlayReport[]
  author: StateAuthor
  now: () => number
}): PlayBook {
  const { log, author } = deps
  let known = [...deps.lately]
  let on: PlayReport | null = openOf(known)
  let paintedAtMs = Number.NEGATIVE_INFINITY
  let { programme } = author.state()

  const tellCounts = () => {
    const plays = counted(known, programme, deps.now())
    if (JSON.stringify(plays) !== JSON.stringify(author.state().plays)) author.update({ plays })
  }
  const unsubscribe = author.subscribe(() => {
    if (author.state().programme === programme) return
    programme = author.state().programme
    tellCounts()
  })
  tellCounts()
  const keep = (report: PlayReport) => {
    log.add(report)
    known = [...known, report].slice(-KEPT)
  }

  return {
    told: (report) => {
      if (author.state().pairing.state !== 'paired') return
      if (report.endedAt === null) {
        if (on?.id === report.id) return
        if (on !== null) keep(lost(on, Math.min(paintedAtMs, Date.parse(report.startedAt))))
        on = report
      } else if (on?.id === report.id) on = null
      keep(report)
      tellCounts()
    },
    painting: () => {
      paintedAtMs = deps.now()
    },
    close: unsubscribe,
  }
}

function openOf(reports: readonly PlayReport[]): PlayReport | null {
  const last = reports.findLast(({ endedAt }) => endedAt === null)
  const isOver = reports.some(({ id, endedAt }) => id === last?.id && endedAt !== null)
  return last === undefined || isOver ? null : last
}

function lost({ id, startedAt, shown }: PlayReport, seenAtMs: number): Play {
  const endedAt = new Date(Math.max(Date.parse(startedAt), seenAtMs)).toISOString()
  return { id, startedAt, endedAt, ending: 'lost', shown }
}

/** The turns of this hour (UTC) of interrupts whose plays are limited. */
function counted(reports: readonly PlayReport[], programme: Programme | null, nowMs: number): PlayerState['plays'] {
  const limited = new Set(
    programme?.entries.flatMap(({ id, role }) =>
      role?.kind === 'interrupt' && role.maxPlaysPerHour !== null ? [id] : [],
    ),
  )
  const hourMs = Math.floor(nowMs / HOUR_MS) * HOUR_MS
  const turns = new Map<string, PlayerState['plays'][number]>()
  for (const { shown, ...report } of reports) {
    if (shown.kind !== 'item' || shown.entryId === null || !limited.has(shown.entryId)) continue
    if (Date.parse(shown.dueAt) < hourMs || (report.endedAt !== null && report.ending === 'failed')) continue
    turns.set(`${shown.entryId} ${shown.dueAt}`, { entryId: shown.entryId, startedAt: shown.dueAt })
  }
  return [...turns.values()]
}
