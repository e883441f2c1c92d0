import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { PowerConfig } from './power-config.ts'

const run = promisify(execFile)
const PATIENCE_MS = 60_000

/** How to switch the machine off; null where the settings name nothing. Rejects with what the program said. */
export function shutDownBy(command: PowerConfig['shutDown']): (() => Promise<void>) | null {
  if (command === null) return null
  const [program, ...rest] = command
  return async () => {
    await run(program, rest, { timeout: PATIENCE_MS })
  }
}
