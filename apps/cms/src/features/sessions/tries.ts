import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf, spend } from '../../http/rate-limit.ts'

const WINDOW_S = 15 * 60
const STEP_MS = 100
const LONGEST_MS = 2000

export type Tries = ReturnType<typeof signInTries>

/**
 * Slows down the guessing of passwords. In 15 minutes one network (`networkOf`) has 30 tries, and 5 wrong ones for one
 * account. Wrong tries from everywhere never shut an account, or anyone could lock its owner out: after 50 each next one waits
 * longer.
 */
export function signInTries({ wait }: { wait: (ms: number) => Promise<unknown> }) {
  const byNetwork = new RateLimiterMemory({ points: 30, duration: WINDOW_S })
  const byAccountAndNetwork = new RateLimiterMemory({ points: 5, duration: WINDOW_S })
  const byAccount = new RateLimiterMemory({ points: 50, duration: WINDOW_S })
  // Counted up when an account's tries are forgotten: what was spent under the old number counts no more.
  const generations = new Map<string, number>()
  const account = (username: string) => JSON.stringify([generations.get(username) ?? 0, username])
  const pair = (username: string, ip: string) => `${networkOf(ip)} ${account(username)}`

  async function slow(username: string): Promise<void> {
    try {
      await byAccount.consume(account(username))
    } catch (err) {
      if (!(err instanceof RateLimiterRes)) throw err
      await wait(Math.min((err.consumedPoints - byAccount.points) * STEP_MS, LONGEST_MS))
    }
  }

  return {
    /** Before a password is checked at sign-in. Throws AppError `too-many-tries`. */
    atSignIn: async (username: string, ip: string): Promise<void> => {
      await spend(byNetwork, networkOf(ip))
      await spend(byAccountAndNetwork, pair(username, ip))
      await slow(username)
    },
    /** Before the password of somebody who is signed in is checked again. Throws AppError `too-many-tries`. */
    again: (username: string, ip: string): Promise<void> => spend(byAccountAndNetwork, pair(username, ip)),
    /** The password was right. */
    right: async (username: string, ip: string): Promise<void> => {
      await byAccountAndNetwork.delete(pair(username, ip))
    },
    /** The account has a new password: whatever was tried before no longer counts. */
    forget: (username: string): void => {
      generations.set(username, (generations.get(username) ?? 0) + 1)
    },
  }
}
