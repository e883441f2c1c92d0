import type { ChildProcess } from 'node:child_process'

/** What the CMS tells its launcher once it listens. */
export type CmsReady = { url: string; firstAdmin: { username: string; password: string } | null; seeded: boolean }

/** Resolves when the CMS is at work; null when it ended before (it has said why on stderr). */
export function cmsReady(child: ChildProcess): Promise<CmsReady | null> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve(null))
    child.on('message', (message) => {
      if (isReady(message)) resolve(message)
    })
  })
}

function isReady(message: unknown): message is CmsReady & { type: 'ready' } {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready'
}
