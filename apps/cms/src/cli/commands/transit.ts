import { timetableReport } from '@akari/transit'
import type { OfflineCommand } from '../main.ts'
import { momentOf } from '../moment.ts'
import { required } from '../say.ts'
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
}

/** The moment asked for, or now; Unix time in milliseconds. */
function epochMsOf(at: string | undefined): number {
  return at === undefined ? Date.now() : Date.parse(momentOf(at))
}
