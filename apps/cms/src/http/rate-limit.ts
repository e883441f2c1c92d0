import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from './app-error.ts'

/** Takes one try of `key`; throws AppError `too-many-tries` when none is left. */
export async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (err) {
    if (err instanceof RateLimiterRes) throw new AppError('too-many-tries')
    throw err
  }
}
