import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readEnvironment } from '../config/environment.ts'
import { type Client, localClient } from './client.ts'
import { alertCommands } from './commands/alerts.ts'
import { displayCommands } from './commands/displays.ts'
import { userCommands } from './commands/users.ts'
import { CliError, sentence } from './say.ts'

export type CommandInput = {
  args: readonly string[]
  flags: { live: boolean; cancel: boolean; name: string | undefined; digits: string | undefined }
}
/** One command: what it answers, for people and for programs. */
export type Command = (client: Client, input: CommandInput) => Promise<{ text: string; json: unknown }>

const COMMANDS: Record<string, Record<string, Command>> = {
  alerts: alertCommands,
  displays: displayCommands,
  users: userCommands,
}

/** Runs one command line; the answer goes to stdout, everything else to stderr. Gives the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      json: { type: 'boolean', default: false },
      live: { type: 'boolean', default: false },
      cancel: { type: 'boolean', default: false },
      name: { type: 'string' },
      digits: { type: 'string' },
      data: { type: 'string' },
    },
  })
  const [group, name, ...args] = positionals
  if (values.help || group === undefined) {
    process.stdout.write(`${sentence('help')}\n`)
    return 0
  }
  const command = COMMANDS[group]?.[name ?? '']
  if (command === undefined) throw new CliError(sentence('unknownCommand', { command: positionals.join(' ') }))
  const dataDir = resolve(values.data ?? readEnvironment()['AKARI_DATA'] ?? 'data')
  const { live, cancel, digits } = values
  const answer = await command(await localClient(dataDir), { args, flags: { live, cancel, name: values.name, digits } })
  process.stdout.write(`${values.json ? JSON.stringify(answer.json) : answer.text}\n`)
  return 0
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (err: unknown) => {
    const expected = err instanceof CliError || (err instanceof TypeError && 'code' in err)
    process.stderr.write(`${expected && err instanceof Error ? err.message : String(err)}\n`)
    process.exitCode = 1
  },
)
