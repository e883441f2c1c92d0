/** A number as bits, the highest first. */
export function bitsOf(number: number, count: number): boolean[] {
  return Array.from({ length: count }, (_, index) => Math.floor(number / 2 ** (count - 1 - index)) % 2 === 1)
}

/** Bits, the highest first, as a number. */
export function numberOf(bits: readonly boolean[]): number {
  return bits.reduce((sum, bit) => sum * 2 + (bit ? 1 : 0), 0)
}

const POLYNOMIAL = 0xedb88320

/** CRC-32 (ISO 3309, the one of PNG) over bits in their order: a single wrong bit always changes it. */
export function crc32(bits: readonly boolean[]): number {
  let crc = 0xffffffff
  for (const bit of bits) {
    const out = (crc ^ (bit ? 1 : 0)) & 1
    crc = (crc >>> 1) ^ (out === 1 ? POLYNOMIAL : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
