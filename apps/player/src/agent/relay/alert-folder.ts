import { constants, type Dirent } from 'node:fs'
import { type FileHandle, open, opendir } from 'node:fs/promises'
import { join } from 'node:path'
import { faultCode, faultText } from '@akari/node-kit'
import type { Faults } from '../faults.ts'
import { type Loop, startLoop } from '../loop.ts'
import type { Intake } from './intake.ts'

const MAX_FOLDERS = 8
/** Of one folder; what comes after them is not seen. */
const MAX_ENTRIES = 1_000
const MAX_FILES = 16
const MAX_BYTES = 2_400_000

/**
 * Reads signed alerts (`CarriedAlerts`) from `*.json` in a folder and in the folders right in it (a stick is mounted under
 * its label); files that the CMS named come first, the newest of them before the others. A file is read again only when it
 * changed. Links, pipes, devices and files that are too large are not read; nothing is ever written.
 */
export function startAlertFolder(deps: {
  folder: string
  everyMs: number
  take: Intake
  /** What files are believed by; when that changes, each is read again. */
  trust: () => string
  faults: Faults
}): Loop {
  let seen = new Map<string, string>()
  let trusted = deps.trust()
  // A name is whatever somebody wrote on a stick: line breaks and the like are told as such.
  const failed = (path: string, why: string) => deps.faults.report('alert-file', `${JSON.stringify(path)}: ${why}`)
  return startLoop({
    waitMs: () => deps.everyMs,
    failed: (error) => failed(deps.folder, faultText(error)),
    step: async () => {
      const trust = deps.trust()
      const before = trust === trusted ? seen : new Map<string, string>()
      trusted = trust
      seen = new Map()
      for (const path of await candidates(deps.folder)) {
        try {
          const text = await readAlertFile(path, before.get(path), (mark) => seen.set(path, mark))
          if (text === null) continue
          if ((await deps.take(JSON.parse(text))) === 'refused') failed(path, 'not of this city’s CMS, or damaged')
        } catch (error) {
          failed(path, faultText(error))
        }
      }
    },
  })
}

async function candidates(folder: string): Promise<string[]> {
  const top = await entries(folder)
  const inside = top.filter((entry) => entry.isDirectory()).slice(0, MAX_FOLDERS)
  const below = await Promise.all(inside.map(async ({ name }) => await entries(join(folder, name))))
  return [...top, ...below.flat()]
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json') && !entry.name.startsWith('.'))
    .toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? 1 : -1))
    .slice(0, MAX_FILES)
    .map(({ parentPath, name }) => join(parentPath, name))
}

const rank = ({ name }: Dirent) => (name.startsWith('akari-') ? 0 : 1)

/** Empty where there is no stick in it, or one that was pulled out just now. */
async function entries(folder: string): Promise<Dirent[]> {
  const found: Dirent[] = []
  try {
    for await (const entry of await opendir(folder)) {
      found.push(entry)
      if (found.length >= MAX_ENTRIES) break
    }
  } catch (error) {
    if (faultCode(error) === null) throw error
  }
  return found
}

/** Null where the file is as it was. Rejects for what is no plain file of a sane size, whose mark is told all the same. */
async function readAlertFile(
  path: string,
  before: string | undefined,
  marked: (mark: string) => void,
): Promise<string | null> {
  const file: FileHandle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const { size, mtimeMs, ino } = await file.stat()
    const mark = `${ino} ${size} ${mtimeMs}`
    marked(mark)
    if (mark === before) return null
    if (size > MAX_BYTES) throw new Error('too large for an alert')
    const buffer = Buffer.alloc(size)
    const { bytesRead } = await file.read(buffer, 0, size, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
