/**
 * Runs `work` as often as needed and never twice at once: calls while it runs mean once more afterwards, `gapMs` later at
 * the earliest. Errors go to `failed`.
 */
export function coalesced(work: () => Promise<unknown>, gapMs: number, failed: (err: unknown) => void) {
  const wanted = { again: false, closed: false }
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    do {
      wanted.again = false
      await work().catch(failed)
      if (gapMs > 0) await new Promise((resolve) => setTimeout(resolve, gapMs))
    } while (wanted.again && !wanted.closed)
    running = null
  }

  return {
    call: (): void => {
      if (wanted.closed) return
      wanted.again = true
      running ??= run()
    },
    close: async (): Promise<void> => {
      wanted.closed = true
      await running
    },
  }
}
