import { readFile } from 'node:fs/promises'
import { type Change, changesOf, isKnownZone, unroll } from '@akari/programme'
import { Explanation, type Instant, type Programme, ProgrammeFile } from '@akari/protocol'
import type { Command, CommandInput, OfflineCommand } from '../main.ts'
import { momentOf } from '../moment.ts'
import { displayNamed } from './displays.ts'
import { CliError, required, sentence } from '../say.ts'

/** `akari programme explain`: what a display shows at a moment, and why, asked of the running server. */
export const programmeCommands: Record<string, Command> = {
  explain: async (client, { flags }) => {
    if (flags.display === undefined) throw new CliError(sentence('missing', { argument: '--display NAME' }))
    const at = flags.at === undefined ? null : momentOf(flags.at)
    const { id } = await displayNamed(client, flags.display)
    const query = new URLSearchParams({ display: id, ...(at === null ? {} : { at }) })
    const explained = await client.get(`/programme/explain?${query.toString()}`, Explanation)
    return { json: explained, text: wordsOf(explained) }
  },
}

/** `akari programme resolve`: what a programme file plans, without a server. One answer for each change. */
export const programmeFileCommands: Record<string, OfflineCommand> = {
  resolve: async (_installation, { args, flags }) => {
    const file = required(args, 0, 'FILE')
    const [from, to] = spanOf(flags)
    const programme = await readProgramme(file)
    refuseBadRules(file, programme, from, to)
    const changes = [...changesOf(programme, from, to)]
    return { jsonLines: changes, text: changes.map(lineOf).join('\n') }
  },
}

function wordsOf({ at, layer, scene, reasons, validUntil }: Explanation): string {
  const title = 'title' in scene ? scene.title.ja : ''
  const why = reasons.map(({ code, ...rest }) => `  ${code} ${JSON.stringify(rest)}`)
  return [`${at}\t${layer}\t${scene.kind}\t${title}`, ...why, `  → ${validUntil}`].join('\n')
}

function spanOf({ from, to }: CommandInput['flags']): [Instant, Instant] {
  if (from === undefined) throw new CliError(sentence('missing', { argument: '--from TIME' }))
  if (to === undefined) throw new CliError(sentence('missing', { argument: '--to TIME' }))
  const span: [Instant, Instant] = [momentOf(from), momentOf(to)]
  if (Date.parse(span[0]) >= Date.parse(span[1])) throw new CliError(sentence('programmeSpan'))
  return span
}

/** Throws CliError with what is wrong and where. */
async function readProgramme(file: string): Promise<Programme> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) throw new CliError(sentence('noFile', { file }))
  const read = ProgrammeFile.safeParse(jsonOf(file, text))
  if (!read.success) {
    const first = read.error.issues[0]
    throw new CliError(
      sentence('programmeMalformed', { file, path: first?.path.join('.') ?? '', message: first?.message ?? '' }),
    )
  }
  return read.data
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CliError(sentence('programmeNotJson', { file }))
  }
}

function refuseBadRules(file: string, programme: Programme, from: Instant, to: Instant): void {
  const zone = programme.timeZone
  if (!isKnownZone(zone)) throw new CliError(sentence('programmeZone', { file, zone }))
  const [bad] = unroll(programme, from, to).problems
  if (bad !== undefined) {
    throw new CliError(sentence('programmeRule', { file, entry: bad.entryId, problem: bad.problem }))
  }
}

function lineOf({ at, layer, entry, item }: Change): string {
  return [at, layer, entry ?? '–', item ?? '–'].join('\t')
}
