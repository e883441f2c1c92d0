import { isIPv6 } from 'node:net'
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

/**
 * Whom an address counts as: all of its network where it is IPv6, since one line has 2^64 of them (RFC 6177, RFC 4291 section 2.5.1);
 * otherwise itself.
 */
export function networkOf(ip: string): string {
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (inside !== undefined) return inside
  const [address = ''] = ip.split('%')
  if (!isIPv6(address)) return ip
  // Without its dots, and with no more than one gap.
  const [before = '', after] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const head = groupsOf(before)
  const tail = groupsOf(after ?? '')
  const gap = Array.from({ length: 8 - head.length - tail.length }, () => '0')
  return `${[...head, ...gap, ...tail].slice(0, 4).join(':')}::/64`
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':')
}
