import { execFile } from 'node:child_process'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../cli/main.ts')
const NODE = join(import.meta.dirname, '../../../../node_modules/.bin/node')
const { NODE_COMPILE_CACHE } = process.env

export type Outcome = { code: number; stdout: string; stderr: string }

/**
 * Runs the command line to its end, on a data folder where one is named in the folder `cwd`, with `input` at its standard input. Of the environment of the tests
 * it knows only where code is kept compiled, which is half of what a run takes.
 */
export function runAkari(
  args: readonly string[],
  at: { dataDir?: string; cwd?: string; input?: Buffer } = {},
): Promise<Outcome> {
  const env = {
    ...(NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }),
    ...(at.dataDir === undefined ? {} : { AKARI_DATA: at.dataDir }),
  }
  return new Promise((resolve) => {
    const child = execFile(NODE, [MAIN, ...args], { env, cwd: at.cwd }, (error, stdout, stderr) => {
      // One that was killed has no code.
      resolve({ code: error === null ? 0 : Number(error.code ?? Number.NaN), stdout, stderr })
    })
    // What ends early leaves some of it unread.
    child.stdin?.on('error', () => {})
    if (at.input !== undefined) child.stdin?.end(at.input)
  })
}
