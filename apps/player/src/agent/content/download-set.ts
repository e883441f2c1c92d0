import { type DownloadRequest, type DownloadResult, downloadFile } from '@akari/node-kit'
import type { FileRef } from '@akari/protocol'

export type SetResult =
  | { state: 'complete' }
  | { state: 'incomplete'; failures: { ref: FileRef; result: DownloadResult }[] }

const AT_ONCE = 4

/**
 * Downloads files in the order given, four at a time. One that fails does not stop the others; what came stays. A full disk
 * ends it early, because every further file would fail the same way. `progress` is told each file that is complete.
 */
export async function downloadSet(deps: {
  files: readonly FileRef[]
  request: (ref: FileRef) => Promise<{ url: string; headers: Record<string, string>; destination: string } | null>
  progress: (ref: FileRef) => void
  /** Null: as fast as the line is. */
  pass: DownloadRequest['pass'] | null
  signal: AbortSignal
}): Promise<SetResult> {
  const queue = [...deps.files]
  const failures: { ref: FileRef; result: DownloadResult }[] = []
  const { signal } = deps
  const pace = deps.pass == null ? {} : { pass: deps.pass }
  const work = async () => {
    for (;;) {
      const ref = queue.shift()
      if (ref === undefined || signal.aborted) return
      const where = await deps.request(ref)
      const result: DownloadResult =
        where === null
          ? { state: 'interrupted', detail: 'no session' }
          : await downloadFile({ ...where, bytes: ref.bytes, sha256: ref.sha256, signal, ...pace })
      if (result.state === 'complete') deps.progress(ref)
      else failures.push({ ref, result })
      if (result.state === 'disk') queue.length = 0
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (failures.length === 0 && queue.length === 0 && !signal.aborted) return { state: 'complete' }
  return { state: 'incomplete', failures }
}
