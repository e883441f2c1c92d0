import { type Conflicting, occurrences } from '@akari/programme'
import type { ScheduleConflict } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useWhen } from '../../../parts/when.ts'
import classes from './conflicts.module.css'

const ROOM_MS = 30 * 60_000

type Line = { id: string; name: string; kind: 'shown' | 'behind' | 'mixed'; fromMs: number; toMs: number }

/** The entries that meet, one below the other over the same time; the stretch in which they do is framed. */
export function ConflictDrawing({
  conflict,
  entries,
}: {
  conflict: ScheduleConflict
  entries: readonly Conflicting[]
}): ReactElement {
  const when = useWhen()
  const [fromMs, toMs] = [Date.parse(conflict.from), Date.parse(conflict.to)]
  const lines = (['shown', 'behind', 'mixed'] as const).flatMap((kind) =>
    conflict[kind].flatMap(({ entryId, originalStart }) => lineOf(kind, entryId, originalStart, entries, conflict)),
  )
  const startMs = Math.min(fromMs, ...lines.map((line) => Math.max(line.fromMs, fromMs - 4 * 3_600_000))) - ROOM_MS
  const endMs = Math.max(toMs, ...lines.map((line) => Math.min(line.toMs, toMs + 4 * 3_600_000))) + ROOM_MS
  const percent = (ms: number): number => Math.min(1, Math.max(0, (ms - startMs) / (endMs - startMs))) * 100
  const span = (from: number, to: number) => ({ left: `${percent(from)}%`, width: `${percent(to) - percent(from)}%` })
  return (
    <div className={classes.drawing} aria-hidden>
      {lines.map(({ id, name, kind, fromMs: from, toMs: to }) => (
        <div key={`${kind} ${id}`} className={classes.line}>
          <i data-kind={kind} style={span(from, to)}>
            <span>{name}</span>
          </i>
          {kind === 'behind' && <s style={span(fromMs, toMs)} />}
        </div>
      ))}
      <div className={classes.frame} style={span(fromMs, toMs)} />
      <div className={classes.scale}>
        <span className="numbers" style={{ left: `${percent(fromMs)}%` }}>
          {when.time(conflict.from)}
        </span>
        <span className="numbers" style={{ left: `${percent(toMs)}%` }}>
          {when.time(conflict.to)}
        </span>
      </div>
    </div>
  )
}

/** The line of one side: from its own start to its own end; without an occurrence known here the stretch itself. */
function lineOf(
  kind: Line['kind'],
  entryId: string,
  originalStart: string,
  entries: readonly Conflicting[],
  { from, to }: ScheduleConflict,
): Line[] {
  const entry = entries.find(({ id }) => id === entryId)
  if (entry === undefined) return []
  const found = occurrences(entry.rule, from, to).find((one) => one.originalStart === originalStart)
  const [startsAt, endsAt] = [found?.startsAt ?? from, found?.endsAt ?? to]
  return [{ id: entryId, name: entry.name, kind, fromMs: Date.parse(startsAt), toMs: Date.parse(endsAt) }]
}
