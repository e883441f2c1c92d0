import { describe, expect, it } from 'vitest'
import { openedLine, sealedLine } from './sealed-lines.ts'

const VALUE = { revision: 1_764_300_000_000, text: 'タブ\tと改行\n' }
const LINE = sealedLine(VALUE).slice(0, -1)

describe('a sealed line', () => {
  it('gives back what was written, and is one line', () => {
    expect(LINE.includes('\n')).toBe(false)
    expect(openedLine(LINE)).toEqual(VALUE)
  })

  it('is nothing once a bit of it has flipped, wherever that is', () => {
    const bytes = Buffer.from(LINE)
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes)
      flipped.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      const text = flipped.toString('utf8')
      expect({
        bit,
        value: text
          .split('\n')
          .map(openedLine)
          .find((value) => value !== undefined),
      }).toEqual({ bit })
    }
  })

  it('is read where it has no seal, as before there were any, and not where it is torn', () => {
    expect(openedLine('{"revision":7}')).toEqual({ revision: 7 })
    expect(openedLine(LINE.slice(0, 20))).toBe(undefined)
  })
})
