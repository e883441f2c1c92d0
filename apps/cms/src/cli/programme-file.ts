import { readFile, stat } from 'node:fs/promises'
import { checkRule, isKnownZone, ruleContext } from '@akari/programme'
import { type Programme, ProgrammeFile } from '@akari/protocol'
import { fieldFault } from '../http/field-fault.ts'
import { CliError, sentence } from './say.ts'

/** A hundred times what the programme of a busy display needs. */
const BYTES_AT_MOST = 64_000_000

/** Reads a programme file (docs/programme-format.md). Throws CliError with what is wrong and where, never anything else. */
export async function readProgrammeFile(file: string): Promise<Programme> {
  const input = jsonOf(file, await textOf(file))
  const read = ProgrammeFile.safeParse(input, { error: fieldFault })
  if (!read.success) {
    const first = read.error.issues[0]
    throw new CliError(
      sentence('programmeMalformed', { file, path: first?.path.join('.') ?? '', message: first?.message ?? '' }),
    )
  }
  const unknown = unknownField(input, read.data)
  if (unknown !== null) throw new CliError(sentence('programmeUnknown', { file, path: unknown }))
  refuseBadRules(file, read.data)
  return read.data
}

async function textOf(file: string): Promise<string> {
  const found = await stat(file).catch(() => null)
  if (found === null || !found.isFile()) throw new CliError(sentence('noFile', { file }))
  if (found.size > BYTES_AT_MOST) {
    throw new CliError(sentence('programmeHuge', { file, megabytes: String(BYTES_AT_MOST / 1e6) }))
  }
  return readFile(file, 'utf8').catch(() => {
    throw new CliError(sentence('noFile', { file }))
  })
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CliError(sentence('programmeNotJson', { file }))
  }
}

/** The place of the first field that nobody would follow, because it is mistyped or no field at all; null: there is none. */
function unknownField(input: unknown, read: unknown): string | null {
  if (!isObject(input) || !isObject(read)) return null
  for (const [key, value] of Object.entries(input)) {
    if (!Object.hasOwn(read, key)) return key
    const within = unknownField(value, read[key])
    if (within !== null) return `${key}.${within}`
  }
  return null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function refuseBadRules(file: string, programme: Programme): void {
  const zone = programme.timeZone
  if (!isKnownZone(zone)) throw new CliError(sentence('programmeZone', { file, zone }))
  const context = ruleContext(programme)
  for (const { id, rule } of programme.entries) {
    const checked = checkRule(rule, context)
    if (!checked.ok) throw new CliError(sentence('programmeRule', { file, entry: id, problem: checked.problem }))
  }
}
