import { open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  faultCode,
  faultText,
  isDiskFull,
  type MakeRoom,
  openedLine,
  type Schema,
  sealedLine,
  setAside,
  syncFolder,
  writeFileAtomically,
} from '@akari/node-kit'
import type { Faults } from './faults.ts'

/** What the CMS has not confirmed yet; it survives kill -9 and power cuts. */
export type Outbox<T> = {
  /** Keeps it until `settle`. Resolves when it is on the disk, or when the disk refused (then it lives in memory only). */
  add: (entry: T) => Promise<void>
  settle: (confirmed: readonly T[]) => Promise<void>
  /** Tries again what the disk had refused. Does nothing when all is saved. */
  saveAgain: () => Promise<void>
  pending: () => readonly T[]
}

const MOST = 2_000
const COMPACT_AT = 4_000

/**
 * Sealed JSON lines, appended and fsynced, with `room` made where the disk is full; the file goes away when nothing is pending. A line that was settled but is still in
 * the file is sent again after a restart, which the CMS takes as what it is: the same entry. The fault codes are
 * `<name>-damaged` and `<name>-not-saved`.
 */
export async function openOutbox<T>(deps: {
  path: string
  schema: Schema<T>
  name: string
  room: MakeRoom
  faults: Pick<Faults, 'report' | 'clear'>
}): Promise<Outbox<T>> {
  const { path, name, room, faults } = deps
  const { entries, damaged } = await readLines(path, deps.schema)
  let pending = entries.slice(-MOST)
  let linesOnDisk = entries.length
  /** Something of `pending` may not be in the file, or half of a line at its end: it is written anew, not appended to. */
  let behind = damaged > 0
  let work: Promise<void> = Promise.resolve()

  const rewrite = async () => {
    if (pending.length === 0) await rm(path, { force: true })
    else await writeFileAtomically(path, pending.map(sealedLine).join(''), { room })
    linesOnDisk = pending.length
    behind = false
  }
  const append = async (entry: T) => {
    behind = true
    await appendLine(path, sealedLine(entry), linesOnDisk === 0)
    linesOnDisk += 1
    behind = false
  }
  /** One disk operation after the other; what fails is reported and the next one is tried all the same. */
  const queue = (operation: () => Promise<void>) => {
    work = work.then(operation).then(
      () => faults.clear(`${name}-not-saved`),
      (error: unknown) => faults.report(`${name}-not-saved`, faultText(error)),
    )
    return work
  }
  if (damaged > 0) {
    faults.report(`${name}-damaged`, `${damaged} lines`)
    await queue(rewrite)
  }

  return {
    add: (entry) => {
      pending = [...pending, entry].slice(-MOST)
      return queue(async () => {
        // Confirmed while it waited for its turn: nothing to keep.
        if (!pending.includes(entry)) return
        if (behind || linesOnDisk >= COMPACT_AT) return rewrite()
        await append(entry).catch(async (error: unknown) => {
          // Half a line may be there now. Anew, and with room where that was what was lacking.
          if (!isDiskFull(error)) throw error
          await rewrite()
        })
      })
    },
    settle: async (confirmed) => {
      pending = pending.filter((one) => !confirmed.includes(one))
      if (pending.length > 0) return
      await queue(async () => {
        if (pending.length === 0 && linesOnDisk > 0) await rewrite()
      })
    },
    saveAgain: async () => {
      if (behind) await queue(rewrite)
    },
    pending: () => pending,
  }
}

async function appendLine(path: string, line: string, isNew: boolean): Promise<void> {
  const file = await open(path, 'a')
  try {
    await file.writeFile(line)
    await file.sync()
  } finally {
    await file.close()
  }
  if (isNew) await syncFolder(dirname(path))
}

/** Reads what can be read: a power cut may have torn the last line. What is no file at all counts as one damaged line. */
async function readLines<T>(path: string, schema: Schema<T>): Promise<{ entries: T[]; damaged: number }> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return { entries: [], damaged: 0 }
    await setAside(path)
    return { entries: [], damaged: 1 }
  }
  const lines = text.split('\n').filter((line) => line !== '')
  const parsed = lines.map((line) => schema.safeParse(openedLine(line)))
  const entries = parsed.flatMap((one) => (one.success ? [one.data] : []))
  // A last line without its newline would swallow the next one.
  const torn = text !== '' && !text.endsWith('\n')
  return { entries, damaged: lines.length - entries.length + (torn ? 1 : 0) }
}
