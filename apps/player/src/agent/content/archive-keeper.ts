import { faultText } from '@akari/node-kit'
import type { FileRef, Programme, Sha256 } from '@akari/protocol'
import type { StateAuthor } from '../state-author.ts'
import type { fetching, FetchingDeps } from './fetching.ts'
import { windowAt } from './night-window.ts'

export type ArchiveKeeper = {
  /** Says what of the archive of the shown programme is here. */
  tell: () => void
  /**
   * Fetches what there is room for, until the signal ends it: what is named first is kept first, and nothing of a content set is given up
   * for it. `more`: there is something left to be fetched.
   */
  fill: (signal: AbortSignal) => Promise<'done' | 'more'>
  /** Where a file of the archive alone is to be had: from the disk, or by way of the CMS; null for any other. */
  placeOf: (sha256: Sha256) => 'disk' | 'cms' | null
}

type Deps = Pick<FetchingDeps, 'config' | 'store' | 'faults' | 'nowMs'> & {
  line: ReturnType<typeof fetching>
  author: StateAuthor
  programme: () => Programme | null
  /** The files that content sets need. */
  needed: () => ReadonlySet<Sha256>
}

const NOTHING: readonly FileRef[] = []

/** Keeps recordings on a display as far as it has room; all that is lacking is streamed from the CMS (archive-line.ts). */
export function archiveKeeper({ config, store, faults, nowMs, line, author, programme, needed }: Deps): ArchiveKeeper {
  /** Those of which every block can be told from a damaged one at once: a film of hours is not read whole while somebody waits. */
  const ready = new Set<Sha256>()
  const wanted = () => programme()?.archive?.files ?? NOTHING

  function tell(): void {
    const archived = wanted().flatMap(({ sha256 }) => (ready.has(sha256) ? [sha256] : []))
    const told = author.state().archived ?? []
    if (archived.length !== told.length || archived.some((sha256, at) => sha256 !== told[at]))
      author.update({ archived })
  }

  function mayFetch(): boolean {
    const [now, shown] = [nowMs(), programme()]
    if (config.window === null) return true
    return now !== null && shown !== null && windowAt(config.window, now, shown.timeZone).isOpen
  }

  /** True when it is here and ready. */
  async function keepOne(ref: FileRef, at: number, signal: AbortSignal): Promise<boolean> {
    if ((await store.missing([ref])).length > 0) {
      if (!mayFetch()) return false
      const files = wanted().map(({ sha256 }) => sha256)
      const keep = new Set([...needed(), ...files.slice(0, at + 1)])
      if (!(await line.roomForOne(ref, keep, files.slice(at + 1)))) return false
      const result = await line.fetchOne(ref, signal)
      if (result.state === 'incomplete') {
        if (!signal.aborted) line.tellFailures(result)
        return false
      }
    }
    return (await store.prepare(ref, signal)) === 'intact'
  }

  return {
    tell,
    fill: async (signal) => {
      for (const [at, ref] of wanted().entries()) {
        if (signal.aborted) return 'more'
        const isHere = await keepOne(ref, at, signal).catch((error: unknown) => {
          if (!signal.aborted) faults.report('archive', faultText(error))
          return false
        })
        if (isHere) ready.add(ref.sha256)
        else ready.delete(ref.sha256)
        tell()
      }
      return signal.aborted ? 'more' : 'done'
    },
    placeOf: (sha256) => {
      if (!wanted().some((ref) => ref.sha256 === sha256) || needed().has(sha256)) return null
      return ready.has(sha256) ? 'disk' : 'cms'
    },
  }
}
