import { pause, type KeyPair } from '@akari/node-kit'
import { answersAsCms } from '../cms/answers.ts'
import { cmsHttp } from '../cms/http.ts'
import { logIn } from '../cms/login.ts'
import { cmsServers } from '../cms/servers.ts'
import type { Pinning } from './pinning.ts'

export type ReclaimDeps = {
  urls: readonly string[]
  fetch: typeof globalThis.fetch
  identity: KeyPair
  everyMs: number
  random?: () => number
}

/**
 * Tries a membership that was called revoked at every address, again and again: whoever said so may have been the wrong
 * CMS. Resolves with the address that takes the old login, or with null when the signal ends it.
 */
export async function reclaim(former: Pinning, deps: ReclaimDeps, signal: AbortSignal): Promise<string | null> {
  const { urls, fetch, identity, everyMs, random = Math.random } = deps
  while (!signal.aborted) {
    await pause(Math.round(everyMs * (1 + random() / 3)), signal)
    for (const url of urls) {
      if (signal.aborted) return null
      const login = await logIn(
        { http: cmsHttp(cmsServers([url], answersAsCms(fetch)), fetch), identity },
        former,
        signal,
      )
      if (login.state === 'ok') return url
    }
  }
  return null
}
