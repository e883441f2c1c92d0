import { constants } from 'node:fs'
import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { faultText } from '@akari/node-kit'
import { z } from 'zod'
import type { AlertKeeper } from '../alerts/alert-keeper.ts'
import type { Faults } from '../faults.ts'
import { type Loop, startLoop } from '../loop.ts'

const LOOK_EVERY_MS = 1_000
const MAX_FOLDERS = 8
const MAX_FILES = 16
const MAX_BYTES = 2_400_000

/**
 * Reads signed alerts from `*.json` in a folder and in the folders right in it (a stick is mounted under its label):
 * one envelope, or `{ live, drill }` as the CMS answers. A file is read again only when it changed. Links, pipes and
 * files that are too large are not read; nothing is ever written.
 */
export function startAlertFolder(deps: { folder: string; accept: AlertKeeper['accept']; faults: Faults }): Loop {
  let seen = new Map<string, string>()
  const failed = (path: string, why: string) => deps.faults.report('alert-file', `${path}: ${why}`)
  return startLoop({
    waitMs: () => LOOK_EVERY_MS,
    failed: (error) => failed(deps.folder, faultText(error)),
    step: async () => {
      const before = seen
      seen = new Map()
      for (const path of await candidates(deps.folder)) {
        try {
          const text = await readAlertFile(path, before.get(path), (mark) => seen.set(path, mark))
          if (text === null) continue
          const verdicts = await Promise.all(envelopesOf(JSON.parse(text)).map(deps.accept))
          if (verdicts.includes('refused')) failed(path, 'not of this city’s CMS, or damaged')
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
    .slice(0, MAX_FILES)
    .map(({ parentPath, name }) => join(parentPath, name))
}

/** No stick in it, or one that was pulled out just now: nothing to read. */
async function entries(folder: string) {
  return await readdir(folder, { withFileTypes: true }).catch(() => [])
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

const Both = z.object({ live: z.looseObject({}), drill: z.looseObject({}) })

/** Whatever is inside is for the alert keeper to judge. */
function envelopesOf(value: unknown): unknown[] {
  const both = Both.safeParse(value)
  return both.success ? [both.data.live, both.data.drill] : [value]
}
