import { type Change, changesOf } from '@akari/programme'
import { Explanation, type Id, type Instant, Programme } from '@akari/protocol'
import type { Client } from '../client.ts'
import { explanationWords } from '../explain-words.ts'
import type { Command, CommandInput, OfflineCommand } from '../main.ts'
import { momentOf } from '../moment.ts'
import { readProgrammeFile } from '../programme-file.ts'
import { displayNamed } from './displays.ts'
import { CliError, RefusedError, required, sentence } from '../say.ts'

/** `akari programme explain`: what a display shows at a moment, and why, asked of the running server. */
export const programmeCommands: Record<string, Command> = {
  explain: async (client, { flags }) => {
    if (flags.display === undefined) throw new CliError(sentence('missing', { argument: '--display NAME' }))
    const at = flags.at === undefined ? null : momentOf(flags.at)
    const { id } = await displayNamed(client, flags.display)
    const query = new URLSearchParams({ display: id, ...(at === null ? {} : { at }) })
    const explained = await client.get(`/programme/explain?${query.toString()}`, Explanation)
    const { at: moment, scene, layer, reasons, validUntil } = explained
    const text = explanationWords(explained, await publishedOf(client, id))
    return { json: { at: moment, scene, layer, reasons, validUntil }, text }
  },
}

/** `akari programme resolve`: what a programme file plans, without a server. One answer for each change. */
export const programmeFileCommands: Record<string, OfflineCommand> = {
  resolve: async (_installation, { args, flags }) => {
    const file = required(args, 0, 'FILE')
    const [from, to] = spanOf(flags)
    const changes = changesIn(await readProgrammeFile(file), from, to)
    return { jsonLines: changes, text: changes.map(lineOf).join('\n') }
  },
}

/** More lines than this are nobody's to read: half a year of a picture every ten seconds. */
const LINES_AT_MOST = 1_500_000

function changesIn(programme: Programme, from: Instant, to: Instant): Change[] {
  const changes: Change[] = []
  for (const change of changesOf(programme, from, to)) {
    if (changes.length === LINES_AT_MOST) throw new CliError(sentence('programmeTooMuch', { at: change.at }))
    changes.push(change)
  }
  return changes
}

/** What is published for a display; null when nothing is. */
async function publishedOf(client: Client, displayId: Id): Promise<Programme | null> {
  try {
    return await client.get(`/displays/${displayId}/programme`, Programme)
  } catch (err) {
    if (err instanceof RefusedError && err.code === 'not-published') return null
    throw err
  }
}

/** Ten years, leap days included. */
const DAYS_AT_MOST = 3_653

function spanOf({ from, to }: CommandInput['flags']): [Instant, Instant] {
  if (from === undefined) throw new CliError(sentence('missing', { argument: '--from TIME' }))
  if (to === undefined) throw new CliError(sentence('missing', { argument: '--to TIME' }))
  const span: [Instant, Instant] = [momentOf(from), momentOf(to)]
  const days = (Date.parse(span[1]) - Date.parse(span[0])) / 86_400_000
  if (days <= 0) throw new CliError(sentence('programmeSpan'))
  if (days > DAYS_AT_MOST) throw new CliError(sentence('programmeSpanLong', { days: String(DAYS_AT_MOST) }))
  return span
}

function lineOf({ at, layer, entry, item, zones = {} }: Change): string {
  const inZones = Object.entries(zones).map(([id, shown]) => `${id}=${shown ?? '–'}`)
  return [at, layer, entry ?? '–', item ?? '–', ...(inZones.length === 0 ? [] : [inZones.join(' ')])].join('\t')
}
