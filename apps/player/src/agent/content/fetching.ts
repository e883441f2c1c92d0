import { mediaGate } from '@akari/node-kit'
import type { FileRef, Sha256 } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'
import type { Faults } from '../faults.ts'
import type { ContentConfig } from './content-config.ts'
import { roomFor } from './disk-room.ts'
import { downloadSet, type SetResult } from './download-set.ts'
import type { FileStore } from './file-store.ts'
import { filesByNeed } from './need.ts'
import type { ContentSet } from './set-files.ts'

export type FetchingDeps = {
  config: ContentConfig
  filesFolder: string
  session: CmsSession
  server: () => string
  store: FileStore
  faults: Faults
  /** Null while nobody knows the time. */
  nowMs: () => number | null
  monotonicMs: () => number
}

/** Brings the files of a set onto the disk: makes room for them, then fetches them at the rate that is set. */
export function fetching({ config, filesFolder, session, server, store, faults, nowMs, monotonicMs }: FetchingDeps) {
  const { bytesPerSecond, budgetBytes } = config
  const line = mediaGate({ bytesPerSecond: bytesPerSecond ?? Number.POSITIVE_INFINITY, monotonicMs })
  const roomOf = (lacking: readonly FileRef[], keep: ReadonlySet<Sha256>) =>
    roomFor({ folder: filesFolder, store, budgetBytes }, lacking, keep)
  /** Gives up what is in neither, and then of what can be spared no more than is necessary, the last of it first. */
  const giveUp = async (
    lacking: readonly FileRef[],
    keep: ReadonlySet<Sha256>,
    spare: readonly Sha256[],
  ): Promise<void> => {
    for (let left = spare.length; left >= 0; left -= 1) {
      await store.collect(new Set([...keep, ...spare.slice(0, left)]))
      if ((await roomOf(lacking, keep)).state === 'enough') return
    }
  }
  const load = (
    files: readonly FileRef[],
    signal: AbortSignal,
    progress: (done: FileRef) => void,
  ): Promise<SetResult> =>
    downloadSet({
      files,
      signal,
      pass: bytesPerSecond === null ? null : line.pass,
      progress,
      request: async ({ sha256 }) => {
        const login = await session.token(signal)
        if (login.state !== 'ok') return null
        const url = new URL(`/api/player/files/${sha256}`, server()).href
        return { url, headers: { authorization: `Bearer ${login.token}` }, destination: store.pathOf(sha256) }
      },
    })
  return {
    /**
     * Makes room by giving up what is not in `keep`, never more, what of it can be spared (`spare`) only as far as is necessary; false,
     * and reported, when that is not enough.
     */
    makeRoom: async (
      set: ContentSet,
      lacking: readonly FileRef[],
      keep: ReadonlySet<Sha256>,
      spare: readonly Sha256[],
    ): Promise<boolean> => {
      const room = await roomOf(lacking, keep)
      if (room.state === 'afterEviction') await giveUp(lacking, keep, spare)
      if (room.state !== 'lacking') {
        faults.clear('content-too-large')
        return true
      }
      const { revision } = set.programme
      faults.report('content-too-large', `revision ${revision}: ${Math.ceil(room.bytes / 1_000_000)} MB too much`)
      return false
    },
    /** What is needed first comes first. `progress` is told each file that is complete. */
    fetch: (
      { programme }: ContentSet,
      lacking: readonly FileRef[],
      signal: AbortSignal,
      progress: (done: FileRef) => void,
    ): Promise<SetResult> => {
      const wanted = new Set(lacking.map(({ sha256 }) => sha256))
      const byNeed = filesByNeed(programme, nowMs() ?? Date.parse(programme.publishedAt))
      return load(
        byNeed.filter(({ sha256 }) => wanted.has(sha256)),
        signal,
        progress,
      )
    },
    /** The same for one file that nothing waits for: nobody is told that there is no room. */
    roomForOne: async (ref: FileRef, keep: ReadonlySet<Sha256>, spare: readonly Sha256[]): Promise<boolean> => {
      const room = await roomOf([ref], keep)
      if (room.state === 'afterEviction') await giveUp([ref], keep, spare)
      return room.state !== 'lacking'
    },
    fetchOne: (ref: FileRef, signal: AbortSignal): Promise<SetResult> => load([ref], signal, () => undefined),
    /** Reports them. True: the disk did not take one. */
    tellFailures: ({ failures }: SetResult & { state: 'incomplete' }): boolean => {
      for (const { ref, result } of failures) {
        if (result.state === 'refused' && result.status === 401) session.forget()
        faults.report('download-failing', `${ref.sha256.slice(0, 12)} ${JSON.stringify(result)}`)
      }
      return failures.some(({ result }) => result.state === 'disk')
    },
  }
}
