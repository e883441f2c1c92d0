import { faultText, type MakeRoom, withRoom } from '@akari/node-kit'
import type { Play, PlayReport } from '@akari/protocol'
import type { Faults } from '../faults.ts'
import { type Segment, segmentFiles } from './segments.ts'

/** What was shown and the CMS has not confirmed yet, and what was shown lately; it survives kill -9 and power cuts. */
export type PlayLog = {
  /** On the disk within a second. */
  add: (report: PlayReport) => void
  /** The oldest plays that are to be uploaded; null: none. */
  next: () => Promise<PlayBatch | null>
  /** The CMS has them. */
  confirm: (batch: PlayBatch) => Promise<void>
  /** Everything goes: it belongs to another display. */
  forget: () => Promise<void>
  close: () => Promise<void>
}
export type PlayBatch = { segment: Segment; plays: readonly Play[] }

/** The share of the disk: about ten days of an item every ten seconds. */
const BUDGET_BYTES = 48 * 1024 * 1024
const SEGMENT_BYTES = 64 * 1024
const GATHER_MS = 1_000
/** A disk that takes nothing: so many reports are held in memory until it does. */
const MOST_WAITING = 500
/** What was confirmed stays for so long, because plays are counted by the hour, also after a restart. */
const KEPT_MS = 2 * 3_600_000

type Options = { folder: string; faults: Faults; now: () => number; room?: MakeRoom; budgetBytes?: number }

/**
 * Files of JSON lines, appended in batches, each batch fsynced; what was written by an earlier process is never appended to.
 * When the share of the disk is used up, the oldest file goes, and a record says how much that was. Gives, besides the log,
 * what was told in the last two hours.
 */
export async function openPlayLog(options: Options): Promise<{ log: PlayLog; lately: PlayReport[] }> {
  const { faults, now, budgetBytes = BUDGET_BYTES } = options
  const files = segmentFiles(options.folder)
  let segments = await files.list().catch((error: unknown): Segment[] => {
    faults.report('plays-unreadable', faultText(error))
    return []
  })
  const lately = await readLately(segments, files, faults, now() - KEPT_MS)
  const confirmedAt = new Map<Segment, number>()
  let current: Segment | null = null
  let waiting: PlayReport[] = []
  let timer: NodeJS.Timeout | null = null
  let work: Promise<void> = Promise.resolve()

  /** One disk operation after the other; what fails is reported and the next one is tried all the same. */
  const queue = (operation: () => Promise<void>): Promise<void> => {
    work = work.then(operation).then(
      () => faults.clear('plays-not-saved'),
      (error: unknown) => faults.report('plays-not-saved', faultText(error)),
    )
    return work
  }
  const hold = (reports: PlayReport[]) => {
    waiting = reports.slice(-MOST_WAITING)
  }
  const drop = async (segment: Segment) => {
    await files.remove(segment)
    segments = segments.filter((one) => one !== segment)
    confirmedAt.delete(segment)
    if (current === segment) current = null
  }
  const flush = async () => {
    if (waiting.length === 0) return
    if (current === null || current.bytes >= SEGMENT_BYTES) {
      current = { number: (segments.at(-1)?.number ?? 0) + 1, bytes: 0 }
      segments.push(current)
    }
    // What is told while the disk is being written to waits for the next time.
    const [batch, segment] = [waiting, current]
    waiting = []
    try {
      await withRoom(() => files.append(segment, batch), options.room)
    } catch (error) {
      hold([...batch, ...waiting])
      throw error
    }
    await makeRoom()
  }
  /** What the CMS has goes first, when it is no longer needed; then the oldest, which is told. */
  const makeRoom = async () => {
    for (const [segment, atMs] of confirmedAt) if (atMs < now() - KEPT_MS) await drop(segment)
    const over = () => segments.reduce((sum, { bytes }) => sum + bytes, 0) > budgetBytes
    while (over() && segments[0] !== undefined && segments[0] !== current) {
      const [oldest] = segments
      const plays = confirmedAt.has(oldest) ? [] : playsOf((await files.read(oldest)).reports)
      await drop(oldest)
      const gap = gapOf(oldest, plays)
      if (gap === null) continue
      faults.report('plays-dropped', `${plays.length} plays before ${gap.endedAt}`)
      waiting.push(gap)
    }
  }
  const flushSoon = () => {
    timer ??= setTimeout(() => {
      timer = null
      void queue(flush)
    }, GATHER_MS)
  }

  const log: PlayLog = {
    add: (report) => {
      hold([...waiting, report])
      flushSoon()
    },
    next: async () => {
      let batch: PlayBatch | null = null
      await queue(async () => {
        await flush()
        for (const segment of segments.filter((one) => !confirmedAt.has(one))) {
          const plays = playsOf((await files.read(segment)).reports)
          // Sealed: what is told from now on goes into the next file.
          if (segment === current) current = null
          if (plays.length > 0) {
            batch = { segment, plays }
            return
          }
          confirmedAt.set(segment, now())
        }
      })
      return batch
    },
    confirm: ({ segment }) =>
      queue(async () => {
        confirmedAt.set(segment, now())
        await makeRoom()
      }),
    forget: () =>
      queue(async () => {
        waiting = []
        for (const segment of segments) await drop(segment)
      }),
    close: async () => {
      if (timer !== null) clearTimeout(timer)
      await queue(flush)
    },
  }
  return { log, lately }
}

async function readLately(
  segments: readonly Segment[],
  files: ReturnType<typeof segmentFiles>,
  faults: Faults,
  sinceMs: number,
): Promise<PlayReport[]> {
  const lately: PlayReport[] = []
  let damagedLines = 0
  for (const segment of segments.toReversed()) {
    const { reports, damaged } = await files.read(segment)
    damagedLines += damaged
    const recent = reports.filter(({ startedAt }) => Date.parse(startedAt) >= sinceMs)
    lately.unshift(...recent)
    if (reports.length > 0 && recent.length === 0) break
  }
  if (damagedLines > 0) faults.report('plays-damaged', `${damagedLines} lines`)
  return lately
}

/** Those that are over; one that began is told again once it is. */
function playsOf(reports: readonly PlayReport[]): Play[] {
  return reports.flatMap((report) => (report.endedAt === null ? [] : [report]))
}

function gapOf({ number }: Segment, plays: readonly Play[]): Play | null {
  const [first] = plays
  const last = plays.at(-1)
  if (first === undefined || last === undefined) return null
  const records = plays.reduce((sum, { shown }) => sum + (shown.kind === 'unrecorded' ? shown.records : 1), 0)
  return {
    id: `dropped-${number}-${Date.parse(first.startedAt)}`,
    startedAt: first.startedAt,
    endedAt: last.endedAt,
    ending: 'lost',
    shown: { kind: 'unrecorded', records },
  }
}
