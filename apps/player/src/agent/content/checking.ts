import { faultText, mediaGate } from '@akari/node-kit'
import type { FileRef } from '@akari/protocol'
import type { Faults } from '../faults.ts'
import type { FileStore } from './file-store.ts'
import type { ContentSet } from './set-files.ts'
import { type SkipList, undecodableFile } from './skip-list.ts'

/** Slow enough that a film on the glass never waits for the disk. */
const SWEEP_BYTES_PER_SECOND = 8_000_000
const ONE_FILE_MS = 60_000

/** Finds out what of the active set cannot be shown: because its bytes have changed, or because no browser can decode them. */
export function checking(deps: {
  store: FileStore
  faults: Faults
  skips: SkipList
  monotonicMs: () => number
  active: () => ContentSet | null
  /** Shows what is left of a set of which something was found damaged or is passed over. */
  lessOf: (set: ContentSet) => Promise<void>
  /** Something of the active set is gone: look again soon. */
  lost: () => void
}) {
  const { store, faults, skips, active } = deps
  const sweep = mediaGate({ bytesPerSecond: SWEEP_BYTES_PER_SECOND, monotonicMs: deps.monotonicMs })
  const isDamaged = async (ref: FileRef, signal: AbortSignal): Promise<boolean> => {
    if ((await store.verify(ref, signal, sweep.pass)) === 'intact') return false
    faults.report('file-damaged', ref.sha256)
    return true
  }

  return {
    /** Reads every byte of the active set, slowly; what is damaged is deleted, to be fetched again. */
    verify: async (signal: AbortSignal): Promise<void> => {
      const set = active()
      for (const ref of set?.programme.files ?? []) {
        if (signal.aborted || set !== active()) return
        await isDamaged(ref, signal).catch((error: unknown) => {
          if (!signal.aborted) faults.report('file-unreadable', `${ref.sha256.slice(0, 12)} ${faultText(error)}`)
        })
      }
      if (set === null || set !== active() || (await store.missing(set.programme.files)).length === 0) return
      await deps.lessOf(set)
      deps.lost()
    },
    /** A fault of the screen; true when a file is passed over from now on because of it. */
    screenFault: async (code: string, detail: string): Promise<boolean> => {
      const sha256 = undecodableFile(code, detail)
      const set = active()
      const ref = set?.programme.files.find((file) => file.sha256 === sha256)
      if (set === null || ref === undefined || (await store.missing([ref])).length > 0) return false
      // Wrong bytes are fetched again; only right ones that cannot be shown count against a file.
      if (await isDamaged(ref, AbortSignal.timeout(ONE_FILE_MS))) {
        await deps.lessOf(set)
        deps.lost()
        return false
      }
      if (!skips.failed(ref.sha256)) return false
      await deps.lessOf(set)
      return true
    },
  }
}
