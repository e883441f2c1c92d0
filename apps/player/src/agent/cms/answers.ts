import { z } from 'zod'
import type { Answers } from './servers.ts'

const Ready = z.object({ status: z.literal('ok') })
const TIMEOUT_MS = 3_000

/**
 * Asks for `/healthz`, which a CMS answers only while it can reach its database. A page of a proxy, another server or an
 * answer that takes over 3 s is none.
 */
export function answersAsCms(fetch: typeof globalThis.fetch): Answers {
  return async (url, signal) => {
    try {
      const response = await fetch(new URL('/healthz', url), {
        redirect: 'error',
        headers: { accept: 'application/json' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      })
      if (response.ok) return Ready.safeParse(await response.json()).success
      await response.body?.cancel()
      return false
    } catch {
      // Refused, too late or no JSON: whatever it is, it is no CMS to talk to now.
      return false
    }
  }
}
