import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'

const run = promisify(execFile)
const PATIENCE_MS = 10_000

/** A program and its arguments, as they stand in a setting with spaces between them. */
export const Command = z
  .string()
  .transform((text) => text.split(' ').filter((part) => part !== ''))
  .pipe(z.tuple([z.string()], z.string()))
export type Command = z.infer<typeof Command>

/** Runs a program and gives what it printed; rejects when it fails or takes longer than `patienceMs`. */
export async function runProgram([program, ...args]: Readonly<Command>, patienceMs = PATIENCE_MS): Promise<string> {
  const { stdout } = await run(program, args, { timeout: patienceMs })
  return stdout
}
