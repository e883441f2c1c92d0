import { describe, expect, it } from 'vitest'
import { importTexts, tinyFeed } from '../testing/tiny-feed.ts'

const STOPS = 'stop_id,stop_name,stop_lat,stop_lon\nhall,市役所前,35.7,139.5\nschool,小学校,35.7,139.5\npark,公'
const utf8 = new TextEncoder().encode(STOPS)
/** The first two bytes of 園, and a name that goes on without the third. */
const torn = Uint8Array.from([...utf8, 0xe5, 0x9c, ...new TextEncoder().encode('前,35.7,139.5\n')])
const utf16 = (isLittle: boolean) =>
  Uint8Array.from(
    [...`\ufeff${tinyFeed().get('stops.txt') ?? ''}`].flatMap((letter) => {
      const [high, low] = [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 0xff]
      return isLittle ? [low, high] : [high, low]
    }),
  )

function stops(bytes: Uint8Array) {
  const { timetable, problems } = importTexts(
    new Map<string, string | Uint8Array>([...tinyFeed(), ['stops.txt', bytes]]),
  )
  const codes = problems.filter(({ file }) => file === 'stops.txt').map(({ code, detail }) => [code, detail])
  return { names: timetable?.stops.map(({ name }) => name.texts.ja).slice(0, 3), codes }
}

describe('the encoding of a table', () => {
  it('stays UTF-8 where a letter is torn, which is said', () => {
    expect(stops(torn)).toEqual({
      names: ['市役所前', '小学校', '公�前'],
      codes: [['letters-damaged', null]],
    })
  })

  it('is what its byte order mark says, however much is damaged', () => {
    const bad = Uint8Array.from([
      0xef,
      0xbb,
      0xbf,
      ...new TextEncoder().encode('stop_id,stop_name,stop_lat,stop_lon\nhall,a'),
      0x8e,
      0x73,
      0x0a,
    ])
    expect(stops(bad)).toMatchObject({
      names: ['a�s'],
      codes: [
        ['letters-damaged', null],
        ['place-unreadable', 'hall'],
      ],
    })
  })

  it.each([true, false])('may be UTF-16, little-endian: %s', (isLittle) => {
    expect(stops(utf16(isLittle))).toEqual({
      names: ['市役所前', '小学校', '公園前'],
      codes: [['encoding-not-utf8', 'UTF-16']],
    })
  })
})
