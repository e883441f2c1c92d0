/** A console that began sooner ago than this has the newest code: beginning again would not help it. */
const JUST_BEGUN_MS = 10_000
const ANSWER_MS = 5_000

/**
 * Loads code that somebody waits for. After an update of the server an open console asks for code that is no more: it then
 * starts again on the new one. While the server does not answer there is nothing to start on: that rejects, as any other trouble does.
 */
export function newestCode(host: { answers: () => Promise<boolean>; startOver: () => void; runningMs: () => number }) {
  return async <T>(load: () => Promise<T>): Promise<T> => {
    try {
      return await load()
    } catch (error) {
      if (host.runningMs() < JUST_BEGUN_MS || !(await host.answers())) throw error
      host.startOver()
      return await new Promise<never>(() => undefined)
    }
  }
}

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MS) })).ok
  } catch {
    return false
  }
}

export const wanted = newestCode({
  answers: serverAnswers,
  startOver: () => window.location.reload(),
  runningMs: () => performance.now(),
})
