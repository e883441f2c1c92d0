import { readFile, stat } from 'node:fs/promises'
import {
  type FeedBody,
  liveOf,
  type LiveReport,
  liveReport,
  MOST_FEED_BYTES,
  openTimetable,
  type OpenTimetable,
  readRealtime,
  timetableReport,
} from '@akari/transit'
import type { OfflineCommand } from '../main.ts'
import { momentOf } from '../moment.ts'
import { nearNames } from '../../near-names.ts'
import { CliError, required, sentence } from '../say.ts'
import { readTimetableAt } from '../timetable-path.ts'

/** `akari transit check` and `live`: what a timetable holds, and what live data make of it, without a server. */
export const transitCommands: Record<string, OfflineCommand> = {
  check: async (_installation, { args, flags }) => {
    const path = required(args, 0, 'PATH')
    const at = epochMsOf(flags.at)
    const imported = await readTimetableAt(path)
    const report = timetableReport(imported, at)
    const { warnings, ...facts } = report
    const lines = [
      Object.entries(facts)
        .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(',') : (value ?? '-')}`)
        .join('  '),
      ...warnings.map(({ code, file, count, text }) => `${code}\t${file}\t${count}\t${text.ja} / ${text.en}`),
    ]
    return { json: report, text: lines.join('\n'), failed: imported.timetable === null }
  },
  live: async (_installation, { args, flags }) => {
    const path = required(args, 0, 'PATH')
    const vehiclesPath = flags.vehicles ?? required([], 0, '--vehicles')
    const at = Math.floor(epochMsOf(flags.at) / 1000)
    const { timetable, problems } = await readTimetableAt(path)
    if (timetable === null)
      throw new CliError(
        sentence('timetableUnreadable', { reason: problems.map(({ file, code }) => `${file}: ${code}`).join(', ') }),
      )
    const open = openTimetable(timetable)
    const stop = flags.stop ?? null
    if (stop !== null && !open.stopAt.has(stop)) throw new CliError(noStop(open, stop))
    const vehicles = await bodyAt(vehiclesPath)
    const trips = flags.trips === undefined ? null : await bodyAt(flags.trips)
    const alerts = flags.alerts === undefined ? null : await bodyAt(flags.alerts)
    const report = liveReport(open, liveOf(open, { vehicles, trips, alerts }, at), stop, at)
    return { json: report, text: liveText(report) }
  },
}

/** A feed as a poll would have got it; throws CliError where there is no such file. What is no feed is a state of it, not a mistake. */
async function bodyAt(path: string): Promise<FeedBody> {
  try {
    // Nobody reads more of a feed than one byte beyond what is refused.
    const { size } = await stat(path)
    return size > MOST_FEED_BYTES ? { state: 'down', reason: 'too-large' } : readRealtime(await readFile(path))
  } catch (err) {
    if (err instanceof Error && 'code' in err) throw new CliError(sentence('noFile', { file: path }))
    throw err
  }
}

/** Names the stops that are called so, else those with ids most like it. */
function noStop({ timetable }: OpenTimetable, id: string): string {
  const called = timetable.stops.filter(({ name }) => name.texts.ja.includes(id)).map((stop) => stop.id)
  const alike = nearNames(
    id,
    timetable.stops.map((stop) => stop.id),
  )
  return sentence('noStop', { id, near: (called.length > 0 ? called.slice(0, 8) : alike).join(', ') })
}

function liveText({ feed, vehicles, unknownTrips, cancelledWithVehicle, board }: LiveReport): string {
  const counts = { feed, ...vehicles, unknownTrips, cancelledWithVehicle }
  return [
    Object.entries(counts)
      .map(([name, value]) => `${name} ${value}`)
      .join('  '),
    ...board.map((row) =>
      [row.expected ?? row.planned, row.state, row.route.ja, row.headsign.ja, row.delaySeconds ?? ''].join('\t'),
    ),
  ].join('\n')
}

/** The moment asked for, or now; Unix time in milliseconds. */
function epochMsOf(at: string | undefined): number {
  return at === undefined ? Date.now() : Date.parse(momentOf(at))
}
