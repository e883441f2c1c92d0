import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StartupError } from '../config/config.ts'
import { readEnvironment } from '../config/environment.ts'
import { type Client, localClient } from './client.ts'
import { alertCommands } from './commands/alerts.ts'
import { auditCommands } from './commands/audit.ts'
import { captionCommands } from './commands/captions.ts'
import { displayCommands } from './commands/displays.ts'
import { drillCommands, selfTestCommands } from './commands/drills.ts'
import { telegramCommands } from './commands/telegrams.ts'
import { keyCommands } from './commands/keys.ts'
import { phraseCommands } from './commands/phrases.ts'
import { proposalCommands } from './commands/proposals.ts'
import { programmeCommands, programmeFileCommands } from './commands/programme.ts'
import { transitCommands } from './commands/transit.ts'
import { userCommands } from './commands/users.ts'
import { venueCommands } from './commands/venue.ts'
import { watchCommands } from './commands/watch.ts'
import { CliError, sentence } from './say.ts'

export type CommandInput = {
  args: readonly string[]
  flags: {
    live: boolean
    cancel: boolean
    name?: string | undefined
    digits?: string | undefined
    head?: string | undefined
    at?: string | undefined
    reason?: string | undefined
    from?: string | undefined
    to?: string | undefined
    display?: string | undefined
    profile?: string | undefined
    vehicles?: string | undefined
    trips?: string | undefined
    alerts?: string | undefined
    stop?: string | undefined
    sitting?: string | undefined
    url?: string | undefined
    token?: string | undefined
  }
}
/**
 * What a command answers, for people and for programs: one value, or one for each thing it was given, then one a line.
 * `failed`: exit 1 all the same.
 */
export type Answer = { text: string; failed?: boolean } & ({ json: unknown } | { jsonLines: readonly unknown[] })
/** One command that asks the running server. */
export type Command = (client: Client, input: CommandInput) => Promise<Answer>
/** One command that needs no server. */
export type OfflineCommand = (installation: Installation, input: CommandInput) => Promise<Answer>
/** What the command line knows of this machine without asking a server. */
export type Installation = { dataDir: string; databaseUrl: string | null; placeFile: string | null }

const COMMANDS: Record<string, Record<string, Command>> = {
  alerts: { ...alertCommands, ...proposalCommands },
  displays: displayCommands,
  drills: drillCommands,
  keys: keyCommands,
  'self-test': selfTestCommands,
  phrases: phraseCommands,
  programme: programmeCommands,
  users: userCommands,
}
const OFFLINE: Record<string, Record<string, OfflineCommand>> = {
  alerts: telegramCommands,
  audit: auditCommands,
  captions: captionCommands,
  programme: programmeFileCommands,
  transit: transitCommands,
  venue: venueCommands,
  watch: watchCommands,
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  json: { type: 'boolean', default: false },
  live: { type: 'boolean', default: false },
  cancel: { type: 'boolean', default: false },
  name: { type: 'string' },
  digits: { type: 'string' },
  at: { type: 'string' },
  reason: { type: 'string' },
  head: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  display: { type: 'string' },
  profile: { type: 'string' },
  vehicles: { type: 'string' },
  trips: { type: 'string' },
  alerts: { type: 'string' },
  stop: { type: 'string' },
  sitting: { type: 'string' },
  url: { type: 'string' },
  token: { type: 'string' },
  data: { type: 'string' },
  place: { type: 'string' },
} as const

/** Node's own words for a mistyped option are English only: ours name the option. */
function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS })
  } catch (err) {
    if (!(err instanceof TypeError && 'code' in err)) throw err
    const key = err.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? 'unknownOption' : 'optionValue'
    throw new CliError(sentence(key, { option: /'([^']+)'/.exec(err.message)?.[1] ?? '' }))
  }
}

/** Runs one command line; the answer goes to stdout, everything else to stderr. Gives the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(argv)
  const [group, name, ...args] = positionals
  if (values.help || group === undefined) {
    process.stdout.write(`${sentence('help')}\n`)
    return 0
  }
  const input = { args, flags: values }
  const env = readEnvironment()
  const dataDir = resolve(values.data ?? env['AKARI_DATA'] ?? 'data')
  const offline = OFFLINE[group]?.[name ?? '']
  const command = COMMANDS[group]?.[name ?? '']
  if (offline === undefined && command === undefined)
    throw new CliError(sentence('unknownCommand', { command: positionals.join(' ') }))
  const placeFile = values.place ?? env['AKARI_PLACE_FILE'] ?? null
  const answer =
    (await offline?.({ dataDir, databaseUrl: env['DATABASE_URL'] ?? null, placeFile }, input)) ??
    (await command?.(await localClient(dataDir), input))
  if (answer === undefined) return 1
  process.stdout.write(`${values.json ? jsonOf(answer) : answer.text}\n`)
  return answer.failed === true ? 1 : 0
}

function jsonOf(answer: Answer): string {
  return 'json' in answer
    ? JSON.stringify(answer.json)
    : answer.jsonLines.map((line) => JSON.stringify(line)).join('\n')
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (err: unknown) => {
    process.stderr.write(`${err instanceof CliError || err instanceof StartupError ? err.message : String(err)}\n`)
    process.exitCode = 1
  },
)
