import type { Sha256 } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'

/** Asks the CMS for a file, or a range of it; null where it does not answer with that. */
export type ArchiveLine = (sha256: Sha256, range: string | undefined, signal: AbortSignal) => Promise<Response | null>

type Deps = {
  session: Pick<CmsSession, 'token' | 'forget'>
  server: () => string
  fetch: typeof globalThis.fetch
}

/** Until an answer begins: somebody stands before it. */
const SILENCE_MS = 5_000

/** Streams what there is no room for on the disk, with this display's own credentials: the CMS gives it the files of its programme alone. */
export function archiveLine({ session, server, fetch }: Deps): ArchiveLine {
  return async (sha256, range, signal) => {
    const login = await session.token(signal)
    if (login.state !== 'ok') return null
    const silence = new AbortController()
    const timer = setTimeout(() => silence.abort(new Error(`silent for ${SILENCE_MS} ms`)), SILENCE_MS)
    try {
      const response = await fetch(new URL(`/api/player/files/${sha256}`, server()), {
        // Followed by nobody: the token is for this address alone.
        redirect: 'manual',
        signal: AbortSignal.any([signal, silence.signal]),
        headers: { authorization: `Bearer ${login.token}`, ...(range === undefined ? {} : { range }) },
      })
      if (response.ok || response.status === 416) return response
      await response.body?.cancel()
      if (response.status === 401) session.forget()
      return null
    } catch {
      // The caller says that it cannot be had, whatever the network calls it.
      return null
    } finally {
      clearTimeout(timer)
    }
  }
}
