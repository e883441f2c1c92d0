import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const PATIENCE_MS = 10_000

/** Runs a program and gives what it printed; rejects when it fails or takes longer than ten seconds. */
export async function runProgram(program: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(program, args, { timeout: PATIENCE_MS })
  return stdout
}
