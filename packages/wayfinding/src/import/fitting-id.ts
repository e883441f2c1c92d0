import { Id } from '@akari/protocol'
import { crc32 } from '@akari/zip'

const LONGEST = 100

/**
 * An id as the protocol has them, of what data call one: the same where it fits; else its fitting letters, with a sum of the
 * whole behind them, so that two that differ stay two.
 */
export function fittingId(given: string): string {
  if (Id.safeParse(given).success) return given
  const plain = given
    .replaceAll(/[^A-Za-z0-9_.:-]+/g, '_')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, LONGEST)
  const sum = crc32(new TextEncoder().encode(given)).toString(16).padStart(8, '0')
  return `${plain === '' ? 'x' : plain}.${sum}`
}
