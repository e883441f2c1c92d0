const ROUNDS = constants(64, 1 / 3)
const START = constants(8, 1 / 2)

/** SHA-256 (FIPS 180-4) of a text's UTF-8 bytes as lower-case hex, for pure code that has no platform to ask. */
export function sha256Hex(text: string): string {
  const state = [...START]
  const words = padded(new TextEncoder().encode(text))
  for (let at = 0; at < words.length; at += 16) compress(state, words.subarray(at, at + 16))
  return state.map((word) => word.toString(16).padStart(8, '0')).join('')
}

/** The first 32 bits of the fractions of the square or cube roots of the first primes. */
function constants(count: number, power: number): number[] {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  return primes.map((prime) => Math.floor((prime ** power % 1) * 2 ** 32))
}

function padded(bytes: Uint8Array): Uint32Array {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setBigUint64(blocks.length - 8, BigInt(bytes.length) * 8n)
  return Uint32Array.from({ length: blocks.length / 4 }, (_, i) => view.getUint32(i * 4))
}

function compress(state: number[], block: Uint32Array): void {
  const w = [...block]
  for (let i = 16; i < 64; i += 1) {
    const [a = 0, b = 0, c = 0, d = 0] = [w[i - 15], w[i - 2], w[i - 16], w[i - 7]]
    const low = rotated(a, 7) ^ rotated(a, 18) ^ (a >>> 3)
    const high = rotated(b, 17) ^ rotated(b, 19) ^ (b >>> 10)
    w.push((c + low + d + high) >>> 0)
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i += 1) {
    const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (ROUNDS[i] ?? 0) + (w[i] ?? 0)) >>> 0
    const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) >>> 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) >>> 0, c, b, a, (t1 + t2) >>> 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, i) => {
    state.splice(i, 1, ((state[i] ?? 0) + word) >>> 0)
  })
}

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
