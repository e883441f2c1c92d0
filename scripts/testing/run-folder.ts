import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Of a run's folder, with the process it belongs to: `akari-test-4711-x1Y2z3`. */
const NAMED = /^akari-test-(\d+)-/

/** Makes the folder of this run in `parent`, after those of runs that were killed before they could remove theirs are gone. */
export function runFolder(parent: string): string {
  for (const left of leftBehind(parent)) removeIfFree(left)
  const folder = mkdtempSync(join(parent, `akari-test-${process.pid}-`))
  chmodSync(folder, 0o711) // a PostgreSQL that runs as nobody has to pass through
  return folder
}

/** A disk that a killed run left mounted there is in the way of its folder, and of nothing else. */
function removeIfFree(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  } catch (err) {
    process.stderr.write(`前の試験の残りを消せません / left of an earlier run: ${folder}: ${String(err)}\n`)
  }
}

/** Folders of runs whose process is gone. */
function leftBehind(parent: string): string[] {
  return readdirSync(parent)
    .filter((name) => {
      const owner = NAMED.exec(name)?.[1]
      return owner !== undefined && !isAlive(Number(owner))
    })
    .map((name) => join(parent, name))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (err) {
    // Somebody else's, which may not be asked (EPERM), is there.
    return !(err instanceof Error && 'code' in err && err.code === 'ESRCH')
  }
}
