/** A WAV file (RIFF, 16 bits, one channel, 8 kHz) of a tone of so many seconds. */
export function tone(seconds: number, hertz = 440): Buffer {
  const rate = 8000
  const samples = Math.round(seconds * rate)
  const data = Buffer.alloc(samples * 2)
  for (let n = 0; n < samples; n++)
    data.writeInt16LE(Math.round(8000 * Math.sin((2 * Math.PI * hertz * n) / rate)), n * 2)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}
