import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { faultCode } from './fault.ts'

/**
 * Makes the folder and what is missing above it, readable by its owner only where it is new. Throws the file system's own
 * error. One level at a time: Node's recursive mkdir never returns on file systems that refuse new folders with ENOENT.
 */
export function makeFolder(path: string): void {
  try {
    if (statSync(path).isDirectory()) return
  } catch (error) {
    if (faultCode(error) !== 'ENOENT') throw error
    if (dirname(path) !== path) makeFolder(dirname(path))
  }
  mkdirSync(path, { mode: 0o700 })
}
