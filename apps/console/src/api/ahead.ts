/** An answer older than this is asked for again. */
const GOOD_FOR_MS = 5_000
const WAIT_MS = 20_000

const asked = new Map<string, { atMs: number; response: Promise<Response | null> }>()

/** Asks the CMS for what the first page will want, while the page itself is still being loaded. */
export function askAhead(paths: readonly string[]): void {
  for (const path of paths) {
    const signal = AbortSignal.timeout(WAIT_MS)
    const response = fetch(path, { credentials: 'same-origin', signal }).catch(() => null)
    asked.set(path, { atMs: performance.now(), response })
  }
}

/** What was asked for ahead, once and soon after; null: ask now. */
export function takeAhead(path: string): Promise<Response | null> {
  const found = asked.get(path)
  asked.delete(path)
  if (found === undefined || performance.now() - found.atMs > GOOD_FOR_MS) return Promise.resolve(null)
  return found.response
}

/** Whatever was asked for ahead may be different by now. */
export function forgetAhead(): void {
  asked.clear()
}
