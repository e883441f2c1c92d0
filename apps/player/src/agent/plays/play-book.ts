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
  let known = deps.lately.filter(mayCount)
  let on = openOf(deps.lately)
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
    if (mayCount(report)) known = [...known, report].slice(-KEPT)
  }

  return {
    told: (report) => {
      if (author.state().pairing.state !== 'paired') return
      if (report.endedAt === null) {
        if (on.some(({ id }) => id === report.id)) return
        const ended = on.filter((open) => endsWith(open, report))
        for (const open of ended) keep(lost(open, Math.min(paintedAtMs, Date.parse(report.startedAt))))
        on = [...on.filter((open) => !ended.includes(open)), report]
      } else on = on.filter(({ id }) => id !== report.id)
      keep(report)
      tellCounts()
    },
    painting: () => {
      paintedAtMs = deps.now()
    },
    close: unsubscribe,
  }
}

/** What began and is not over: one play of the whole glass at most, and one of each zone. */
function openOf(reports: readonly PlayReport[]): PlayReport[] {
  const over = new Set(reports.flatMap(({ id, endedAt }) => (endedAt === null ? [] : [id])))
  const open = new Map(reports.flatMap((each) => (over.has(each.id) ? [] : [[zoneOf(each), each] as const])))
  return [...open.values()]
}

/** The beginning of a play of the whole glass leaves nothing on, that of a zone leaves the other zones and their layout. */
function endsWith(open: PlayReport, begun: PlayReport): boolean {
  return zoneOf(begun) === null || zoneOf(begun) === zoneOf(open)
}

function zoneOf({ shown }: PlayReport): string | null {
  return shown.kind === 'item' ? (shown.zoneId ?? null) : null
}

function lost({ id, startedAt, shown }: PlayReport, seenAtMs: number): Play {
  const endedAt = new Date(Math.max(Date.parse(startedAt), seenAtMs)).toISOString()
  return { id, startedAt, endedAt, ending: 'lost', shown }
}

/** An item of an entry on the whole glass; with another programme its plays may be limited. */
function mayCount({ shown }: PlayReport): boolean {
  return shown.kind === 'item' && shown.zoneId === undefined && shown.entryId !== null
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
