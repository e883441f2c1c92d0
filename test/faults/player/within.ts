import { setTimeout as pause } from 'node:timers/promises'

const ANSWERS_MS = 5_000
const AGAIN_MS = 50

/** What `look` gives within the limit, or null. An attempt that fails or hangs is made again. */
export async function withinLimit<T>(limitMs: number, look: () => Promise<T | null>): Promise<T | null> {
  const deadline = performance.now() + limitMs
  for (;;) {
    const tried = look().catch(() => null) // a CMS or a page that is not there yet
    const found = await Promise.race([tried, pause(ANSWERS_MS, null)])
    if (found !== null) return found
    if (performance.now() > deadline) return null
    await pause(AGAIN_MS)
  }
}
