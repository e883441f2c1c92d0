import { backoff } from '@akari/node-kit'
import { startLoop } from '../loop.ts'
import type { ContentKeeper } from './content-keeper.ts'

/** What rots on a disk rots slowly; what the glass asks for is checked then in any case. */
const SWEEP_AGAIN_MS = 6 * 3_600_000

export type ContentLoop = {
  /** The CMS has a newer programme: leave what is being downloaded (its bytes stay) and look again. */
  changed: () => void
  /** Look again without giving up a download. */
  wake: () => void
  close: () => Promise<void>
}

/**
 * Converges once a minute, sooner while something is missing, and at once when the CMS says so. What is left of a minute is for the
 * archive: nothing of a set ever waits for a recording.
 */
export function startContentLoop(deps: {
  content: ContentKeeper
  pollMs: number
  failed: (error: unknown) => void
}): ContentLoop {
  const retries = backoff({ capMs: deps.pollMs, baseMs: Math.min(1_000, deps.pollMs) })
  let superseded = new AbortController()
  let filling = new AbortController()
  let left: 'done' | 'more' = 'done'
  const loop = startLoop({
    failed: deps.failed,
    step: async (signal) => {
      superseded = new AbortController()
      filling = new AbortController()
      const { content, pollMs } = deps
      const either = AbortSignal.any([signal, superseded.signal])
      await content.converge(either)
      if (content.health().state !== 'complete') return
      left = await content.archive.fill(AbortSignal.any([either, filling.signal, AbortSignal.timeout(pollMs)]))
    },
    waitMs: () => {
      if (deps.content.health().state === 'failing') return retries.nextMs()
      retries.reset()
      return left === 'more' ? 0 : deps.pollMs
    },
  })
  const sweep = startLoop({ step: deps.content.verify, waitMs: () => SWEEP_AGAIN_MS, failed: deps.failed })
  return {
    changed: () => {
      superseded.abort()
      loop.wake()
    },
    wake: () => {
      filling.abort()
      loop.wake()
    },
    close: async () => {
      await Promise.all([loop.close(), sweep.close()])
    },
  }
}
