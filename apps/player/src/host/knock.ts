import { faultText, type Logger } from '@akari/node-kit'
import { PlayerState, type Texts } from '@akari/protocol'

type KnockDeps = {
  screenOrigin: string
  fetch: typeof globalThis.fetch
  timeoutMs: number
  /** Told the city's name whenever the agent knows it, for the built-in page of worse times. */
  onCity: (city: Texts) => void
  log: Logger
}

/**
 * Asks the agent for its page and its state. True only when it serves both: navigating to anything less would put an
 * error page on the glass. The state's contents do not matter here, so an agent of another version counts as well.
 */
export function knocker(deps: KnockDeps): () => Promise<boolean> {
  const ask = (path: string): Promise<Response> =>
    deps.fetch(`${deps.screenOrigin}${path}`, { signal: AbortSignal.timeout(deps.timeoutMs), redirect: 'error' })
  return async () => {
    try {
      const [page, state] = await Promise.all([ask('/'), ask('/state')])
      await page.body?.cancel()
      const known = PlayerState.safeParse(await state.json())
      if (known.data?.programme) deps.onCity(known.data.programme.city)
      return page.ok && state.ok
    } catch (error) {
      deps.log.debug({ reason: faultText(error) }, 'agent not there')
      return false
    }
  }
}
