import { describe, expect, it } from 'vitest'
import { languageOf, textsOf } from './labels.ts'

describe('languages of labels', () => {
  it.each([
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['JA_jp', 'ja'],
    ['ja-x-easy', 'ja-x-easy'],
    ['ja-Latn', null],
    ['en-US', 'en'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['tl', 'fil'],
    ['fr', null],
  ])('are matched as BCP 47: %s is %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language)
  })
})

describe('labels as texts', () => {
  it('keep every language we speak, the exact tag before a regional one', () => {
    expect(textsOf({ 'ja-JP': '市役所の', ja: '市役所', en: 'City hall', fr: 'Mairie' }, 'ja')).toEqual({
      texts: { ja: '市役所', en: 'City hall' },
      japanese: true,
    })
  })

  it('let the language of the archive, English, or anything stand in for Japanese', () => {
    expect(textsOf({ en: 'Hall', ko: '홀' }, 'ko-KR')?.texts.ja).toBe('홀')
    expect(textsOf({ ko: '홀', en: 'Hall' }, null)?.texts.ja).toBe('Hall')
    expect(textsOf({ fr: 'Salle' }, 'fr')).toEqual({ texts: { ja: 'Salle' }, japanese: false })
  })

  it('say nothing when there is no text', () => {
    expect(textsOf(null, 'ja')).toBeNull()
    expect(textsOf({ ja: ' ', en: null }, 'ja')).toBeNull()
  })
})
