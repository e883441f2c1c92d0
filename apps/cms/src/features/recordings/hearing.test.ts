import { describe, expect, it } from 'vitest'
import { hearing } from './hearing.ts'
import { segmentsOf } from './segments.ts'

/** Segments from this number on; a `!` in their names is where the stream becomes another one. */
function listOf(first: number, names: string): string {
  const segments = [...names.matchAll(/(!?)(\w)/g)].map(([, mark, name]) => {
    return `${mark === '!' ? '#EXT-X-DISCONTINUITY\n' : ''}#EXTINF:1,\n${name}\n`
  })
  return `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:${first}\n${segments.join('')}`
}

const heard = (sequence: number, address: string) => ({ sequence, address, offset: 0 })
const ignore = () => undefined

/** The names that a program finds in a playlist, with a full stop where that is the end of it. */
function shown(text: string): string {
  const names = segmentsOf(text).map(({ address }) => address)
  return `${names.join('')}${text.includes('#EXT-X-ENDLIST') ? '.' : ''}`
}

describe('what a program hears of a stream', () => {
  it('is all that is listed for the first one, and what is new for the next', () => {
    expect(shown(hearing([], ignore).list('a', listOf(7, 'hij')))).toBe('hij')
    const next = hearing([heard(7, 'h'), heard(8, 'i')], ignore)
    expect(shown(next.list('a', listOf(7, 'hij')))).toBe('j')
    expect(shown(next.list('a', listOf(9, 'jk')))).toBe('jk')
    expect(next.hasChanged()).toBe(false)
  })

  it('ends where the stream becomes another one, also when that is the first still listed', () => {
    const first = hearing([], ignore)
    expect(shown(first.list('a', listOf(7, 'hi')))).toBe('hi')
    expect(shown(first.list('a', listOf(8, 'i!jk')))).toBe('i.')
    expect(shown(first.list('a', listOf(9, '!jkl')))).toBe('.')
    expect(first.hasChanged()).toBe(true)
  })

  it('begins there for the next program, and behind the newest change for the first', () => {
    const next = hearing([heard(8, 'i')], ignore)
    expect(shown(next.list('a', listOf(8, 'i!jk')))).toBe('jk')
    expect(next.hasChanged()).toBe(false)
    expect(shown(next.list('a', listOf(9, '!jk!l')))).toBe('jk.')
    expect(shown(hearing([], ignore).list('a', listOf(7, 'h!i!jk')))).toBe('jk')
  })

  it('ends in every playlist of the stream, at its own change or a few segments later', () => {
    const first = hearing([], ignore)
    for (const address of ['picture', 'sound', 'other']) first.list(address, listOf(7, 'hi'))
    expect(shown(first.list('picture', listOf(7, 'hi!j')))).toBe('hi.')
    expect(shown(first.list('sound', listOf(7, 'hi')))).toBe('hi')
    expect(shown(first.list('sound', listOf(7, 'hi!j')))).toBe('hi.')
    expect(shown(first.list('other', listOf(7, 'hi')))).toBe('hi')
    expect(shown(first.list('other', listOf(8, 'ijklmn')))).toBe('ijkl.')
  })

  it('begins anew where the numbers of the stream do', () => {
    const next = hearing([heard(907, 'h')], ignore)
    expect(shown(next.list('a', listOf(907, 'hij')))).toBe('ij')
    expect(shown(next.list('a', listOf(0, 'hij')))).toBe('hij')
  })
})
