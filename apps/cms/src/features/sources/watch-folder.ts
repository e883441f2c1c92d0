import { lstat, mkdir, readdir, readFile, rename } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { faultCode, faultText, writeFileAtomically } from '@akari/node-kit'
import type { Logger } from 'pino'
import type { SourceMonitor } from './source-monitor.ts'
import { type Ingest, takeIn } from './take-in.ts'

const MAX_BYTES = 5 * 1024 * 1024
/** Names that programs use while they are still writing. */
const UNFINISHED = /^\.|~$|\.(tmp|part|partial|filepart|crdownload)$/i
const DONE = 'done'
const REFUSED = 'refused'

type Deps = { folder: string; ingest: Ingest; monitor: SourceMonitor; now: () => Date; log: Logger }

/**
 * A folder that other programs drop telegrams into. A file is taken when its size and time stayed the same between two looks;
 * then it goes to `done/`, or to `refused/` with the reason beside it. Killed in between, it is taken again, which changes nothing.
 */
export async function openWatchFolder({ folder, ingest, monitor, now, log }: Deps) {
  const before = new Map<string, string>()
  let running: Promise<void> | null = null
  await mkdir(join(folder, DONE), { recursive: true })
  await mkdir(join(folder, REFUSED), { recursive: true })

  /** Size and time of a plain file; null for anything else, links among them, and for what is gone by now. */
  async function stampOf(name: string): Promise<{ stamp: string; bytes: number } | null> {
    try {
      const found = await lstat(join(folder, name))
      return found.isFile() ? { stamp: `${found.size} ${found.mtimeMs}`, bytes: found.size } : null
    } catch (err) {
      if (faultCode(err) === 'ENOENT') return null
      throw err
    }
  }

  async function putAway(name: string, where: typeof DONE | typeof REFUSED, reason?: string): Promise<void> {
    const { name: stem, ext } = parse(name)
    const stamp = now().toISOString().replaceAll(/[-:]/g, '')
    const target = join(folder, where, `${stem}.${stamp}${ext}`)
    if (reason !== undefined) await writeFileAtomically(`${target}.txt`, `${reason}\n`)
    await rename(join(folder, name), target)
    before.delete(name)
  }

  async function take(name: string, bytes: number): Promise<void> {
    if (bytes > MAX_BYTES) {
      monitor.failed(`${name}: more than ${MAX_BYTES} bytes`)
      return putAway(name, REFUSED, `more than ${MAX_BYTES} bytes`)
    }
    const taken = await takeIn({ ingest, monitor }, await readFile(join(folder, name)), {
      fileName: name,
      sentAt: null,
    })
    if (taken.outcome === 'refused') return putAway(name, REFUSED, taken.reason)
    monitor.heard()
    return putAway(name, DONE)
  }

  async function look(): Promise<void> {
    const names = (await readdir(folder)).filter((name) => !UNFINISHED.test(name)).toSorted()
    for (const name of before.keys()) if (!names.includes(name)) before.delete(name)
    for (const name of names) {
      try {
        const found = await stampOf(name)
        if (found === null) continue
        const settled = before.get(name) === found.stamp
        before.set(name, found.stamp)
        if (settled) await take(name, found.bytes)
      } catch (err) {
        monitor.failed(`${name}: ${faultText(err)}`)
        log.error({ err, source: monitor.id, name }, 'file not taken in, will be tried again')
      }
    }
  }

  return {
    /** One at a time: a second call joins the first. */
    look: (): Promise<void> => {
      running ??= look()
        .catch((err: unknown) => {
          monitor.failed(faultText(err))
          log.error({ err, source: monitor.id }, 'folder not read')
        })
        .finally(() => {
          running = null
        })
      return running
    },
    close: async (): Promise<void> => {
      await running
    },
  }
}
