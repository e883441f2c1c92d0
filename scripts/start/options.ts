import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What `npm start` was asked for; `wrong` names the option that it does not know, or that lacks its value. */
export type StartOptions = { kind: 'help' } | { kind: 'run'; dataDir: string } | { kind: 'wrong'; option: string }

const OPTIONS = { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const

/** Reads the arguments behind `npm start --`; `dataFromEnv` is AKARI_DATA. */
export function startOptions(args: readonly string[], dataFromEnv: string | undefined): StartOptions {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    if (values.help === true) return { kind: 'help' }
    if (values.data === '') return { kind: 'wrong', option: '--data' }
    return { kind: 'run', dataDir: resolve(values.data ?? (dataFromEnv === '' ? undefined : dataFromEnv) ?? USUAL) }
  } catch (err) {
    if (!(err instanceof TypeError && 'code' in err)) throw err
    return { kind: 'wrong', option: /'([^']+)'/.exec(err.message)?.[1] ?? args.join(' ') }
  }
}

/** What a command of `akari` needs besides, so that it finds this data folder from any shell; empty where it finds it by itself. */
export function dataArgument(dataDir: string, dataFromEnv: string | undefined): string {
  return dataDir === resolve(USUAL) && dataFromEnv === undefined ? '' : ` --data ${quoted(dataDir)}`
}

const USUAL = 'data'

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`
}
