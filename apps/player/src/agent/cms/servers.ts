import { pause } from '@akari/node-kit'

/** Which CMS node to talk to. */
export type CmsServers = {
  current: () => string
  /**
   * The node to ask now: the one that works, or else the first of all that answers as a CMS in working order; null when
   * none does. With one address alone there is nothing to choose.
   */
  chosen: (signal: AbortSignal) => Promise<string | null>
  /** This node did not answer: use the next one. Late news about a node already left changes nothing. */
  failed: (url: string) => void
  /** This node is late: see who answers first before it is asked anything else. */
  doubted: (url: string) => void
  /** This node is known to be the right one: use it from now on. An address not in the list changes nothing. */
  use: (url: string) => void
}

/** Whether a CMS in working order answers at this address; never rejects. */
export type Answers = (url: string, signal: AbortSignal) => Promise<boolean>

/** How long the next address waits for the one before it (RFC 8305 §5 does the same for addresses of one name). */
const HEAD_START_MS = 250

/**
 * The list in its order, staying with a node for as long as it answers. Until one has, they race, two at a time: a node
 * that is off or behind a dead line then costs a quarter of a second instead of every deadline in turn.
 */
export function cmsServers(urls: readonly [string, ...string[]], answers: Answers): CmsServers {
  let at = 0
  let works = urls.length === 1
  let racing: Promise<string | null> | null = null
  const urlAt = (n: number) => urls[n % urls.length] ?? urls[0]
  const current = () => urlAt(at)
  const use = (url: string) => {
    if (!urls.includes(url)) return
    at = urls.indexOf(url)
    works = true
  }

  const race = async (signal: AbortSignal): Promise<string | null> => {
    const from = at
    for (let n = 0; n < urls.length && !signal.aborted; n += 2) {
      const second = n + 1 < urls.length ? urlAt(from + n + 1) : null
      const winner = await firstToAnswer({ first: urlAt(from + n), second }, answers, signal)
      if (winner === null) continue
      use(winner)
      return winner
    }
    return null
  }

  return {
    current,
    use,
    chosen: async (signal) => {
      if (works) return current()
      racing ??= race(signal).finally(() => {
        racing = null
      })
      return await racing
    },
    doubted: (url) => {
      if (url === current() && urls.length > 1) works = false
    },
    failed: (url) => {
      if (url !== current() || urls.length === 1) return
      at = (at + 1) % urls.length
      works = false
    },
  }
}

/** The second starts when the first says no, or nothing for a while; whoever is still being asked is then given up. */
async function firstToAnswer(
  { first, second }: { first: string; second: string | null },
  answers: Answers,
  signal: AbortSignal,
): Promise<string | null> {
  const over = new AbortController()
  const saidNo = new AbortController()
  const either = AbortSignal.any([signal, over.signal])
  const ask = async (url: string): Promise<string> => {
    if (either.aborted || !(await answers(url, either))) throw new Error(`${url} does not answer`)
    return url
  }
  const askFirst = ask(first)
  askFirst.catch(() => saidNo.abort())
  const asked = [askFirst]
  if (second !== null) {
    asked.push(pause(HEAD_START_MS, AbortSignal.any([either, saidNo.signal])).then(() => ask(second)))
  }
  return await Promise.any(asked)
    .catch(() => null)
    .finally(() => over.abort())
}
