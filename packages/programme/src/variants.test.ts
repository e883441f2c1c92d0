import { KIOSK_LANGUAGES, type Language, type SceneContent } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { item, playlist } from './testing/sample.ts'
import { missingVariants } from './variants.ts'

const file = { sha256: 'a'.repeat(64), bytes: 1, mediaType: 'image/png' }
const picture = (language: Language | null) => ({ language, file, width: 1, height: 1 })

function missing(scene: SceneContent, languages: readonly Language[]) {
  return missingVariants([playlist('p', [item('i', 10, { scene })])], languages)
}

describe('missing variants', () => {
  it('are the languages that a title or a text was not written in', () => {
    const scene = {
      kind: 'notice' as const,
      title: { ja: '題', en: 'Title', ko: '제목' },
      body: { ja: '文', en: 'Text' },
    }
    expect(missing(scene, ['ja', 'en', 'ko'])).toEqual([{ playlistId: 'p', itemId: 'i', language: 'ko', what: 'text' }])
  })

  it('are no pictures while one serves everybody', () => {
    const scene = { kind: 'image' as const, title: { ja: '題', en: 'Title' }, variants: [picture(null)] }
    expect(missing(scene, ['ja', 'en'])).toEqual([])
  })

  it('are the pictures that others were made beside', () => {
    const title = { ja: '題', en: 'Title', ko: '제목' }
    const scene = { kind: 'image' as const, title, variants: [picture(null), picture('en')] }
    expect(missing(scene, ['ja', 'en', 'ko'])).toEqual([
      { playlistId: 'p', itemId: 'i', language: 'ko', what: 'picture' },
    ])
  })

  it('are no pictures in やさしい日本語, whose readers are shown the Japanese one', () => {
    const scene = {
      kind: 'image' as const,
      title: { ja: '題', 'ja-x-easy': '題' },
      variants: [picture(null), picture('en')],
    }
    expect(missing(scene, ['ja-x-easy'])).toEqual([])
  })

  it('are the languages that any text of a poster was not written in', () => {
    const body = { ja: '文', ko: '글' }
    const poster = { template: 'notice' as const, body, contact: { ja: '課', en: 'Office', ko: '과' } }
    const scene = { kind: 'poster' as const, title: { ja: '題', en: 'Title', ko: '제목' }, poster }
    expect(missing(scene, ['ja', 'en', 'ko'])).toEqual([{ playlistId: 'p', itemId: 'i', language: 'en', what: 'text' }])
  })

  it('are none of the languages that everything was written in', () => {
    fc.assert(
      fc.property(fc.subarray([...KIOSK_LANGUAGES]), (written) => {
        const texts = { ja: '文', ...Object.fromEntries(written.map((language) => [language, '文'])) }
        const found = missing({ kind: 'notice', title: texts, body: texts }, KIOSK_LANGUAGES).map(
          ({ language }) => language,
        )
        expect(found).toEqual(KIOSK_LANGUAGES.filter((language) => language !== 'ja' && !written.includes(language)))
      }),
    )
  })
})
