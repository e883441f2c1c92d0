const RATE = 24_000
const LOUD = 0.4

/** A tone as a WAV file of one channel, as a recorder writes it: `hz` for `seconds`. */
export function toneWav(hz: number, seconds: number): Buffer {
  const samples = Math.round(RATE * seconds)
  const bytes = Buffer.alloc(44 + samples * 2)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + samples * 2, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(RATE, 24)
  bytes.writeUInt32LE(RATE * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(samples * 2, 40)
  for (let n = 0; n < samples; n += 1)
    bytes.writeInt16LE(Math.round(LOUD * 32_767 * Math.sin((2 * Math.PI * hz * n) / RATE)), 44 + n * 2)
  return bytes
}
