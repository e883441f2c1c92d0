import { Language } from '@akari/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { captionPhrases } from './caption-phrases.ts'

const ROOM = { lines: 2, widthEm: 20 }
const cut = (text: string, language: Language, speaker: string | null = null) =>
  captionPhrases(text, { language, speaker, room: ROOM })

test('a phrase ends with a sentence or a clause where there is one, and never within a word', () => {
  expect(
    cut('ただいまから会議を開きます。日程第1、会議録署名議員の指名を行います。本日の会議は以上です。', 'ja'),
  ).toEqual(['ただいまから会議を開きます。日程第1、会議録署名議員の指名を行います。', '本日の会議は以上です。'])
  expect(
    cut('Twenty-three million yen has been entered for it, and the work can be done while it is open.', 'en'),
  ).toEqual(['Twenty-three million yen has been entered for it, ', 'and the work can be done while it is open.'])
})

test('what leans on the next word is not torn from it', () => {
  const text =
    '歳入歳出それぞれ二億三千万円を追加し、小学校及び中学校の空調設備の整備に要する経費を債務負担行為として追加しようとするものでございます。'
  expect(captionPhrases(text, { language: 'ja', speaker: 'けやき市長', room: { lines: 2, widthEm: 24 } })).toEqual([
    '歳入歳出それぞれ二億三千万円を追加し、',
    '小学校及び中学校の空調設備の整備に要する経費を債務負担行為として',
    '追加しようとするものでございます。',
  ])
})

test('no phrase begins with the second half of a verb, and none ends with a conjunction', () => {
  expect(
    cut(
      '本市といたしましては、今後とも学校施設の老朽化対策に計画的に取り組んでまいりたいと考えておりますので、御理解を賜りますようお願い申し上げます。',
      'ja',
    ),
  ).toEqual([
    '本市といたしましては、今後とも学校施設の老朽化対策に計画的に',
    '取り組んでまいりたいと考えておりますので、',
    '御理解を賜りますようお願い申し上げます。',
  ])
  expect(cut('予算の全額を議会の承認をもって追加することに決しました、また、附帯決議を行います。', 'ja')).toEqual([
    '予算の全額を議会の承認をもって追加することに決しました、',
    'また、附帯決議を行います。',
  ])
})

test('a sentence ends a phrase, also where the next one begins with what leans on a word elsewhere', () => {
  expect(
    cut('本案は委員長の報告のとおり原案のとおり可決いたしました。ところで、次の議題に入る前に申し上げます。', 'ja'),
  ).toEqual(['本案は委員長の報告のとおり原案のとおり可決いたしました。', 'ところで、次の議題に入る前に申し上げます。'])
})

test('a word is not torn from its reading, which takes room where it is wider', () => {
  const text = '｜承《うけたまわ》った件を、｜議会《ぎかい》に｜諮《はか》ります。'
  const narrow = { language: 'ja', speaker: null, room: { lines: 1, widthEm: 7 } } as const
  expect(captionPhrases(text, narrow)).toEqual([
    '｜承《うけたまわ》った',
    '件を、',
    '｜議会《ぎかい》に',
    '｜諮《はか》ります。',
  ])
  expect(captionPhrases('承った件を、議会に諮ります。', narrow)).toEqual(['承った件を、', '議会に', '諮ります。'])
})

test('who speaks takes room from every phrase', () => {
  const text = 'あ'.repeat(40)
  expect(cut(text, 'ja')).toEqual([text])
  expect(cut(text, 'ja', '見本議員').length).toBeGreaterThan(1)
  expect(cut('はい、議長。', 'ja', '長'.repeat(60))).toEqual(['はい、議長。'])
})

test('what is said begins beside a name in a narrow band, where the glass writes it smaller', () => {
  const band = { language: 'ja', speaker: '市長 かわせみ 健', room: { lines: 2, widthEm: 14.2 } } as const
  const text = 'ご説明します。街灯が生き物に与える。'
  expect(captionPhrases(text, band)).toEqual([text])
  expect(captionPhrases(text, { ...band, room: { ...band.room, nameEm: 1 } }).length).toBeGreaterThan(1)
})

test('joined the phrases are the text, in every language and however narrow the band is', () => {
  const rooms = fc.record({ lines: fc.integer({ min: 1, max: 3 }), widthEm: fc.integer({ min: 1, max: 40 }) })
  const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
  fc.assert(
    fc.property(texts, fc.constantFrom(...Language.options), rooms, (text, language, room) => {
      const phrases = captionPhrases(text, { language, speaker: null, room })
      expect(phrases.join('')).toBe(text)
      expect(phrases.every((phrase) => phrase !== '')).toBe(true)
    }),
  )
})

test('Latin letters are reckoned as wide as they are in bold', () => {
  const text = 'Next, I would like to ask about the cost of renewing the air conditioning of the museum.'
  const room = { lines: 2, widthEm: 23.89 }
  // Measured on a glass: the first line ends behind 「about」, and 「the cost … conditioning of」 takes 24.7 em.
  expect(captionPhrases(text, { language: 'en', speaker: 'Mr Mihon', room })[0]).toBe(
    'Next, I would like to ask about the cost of renewing the air ',
  )
})
