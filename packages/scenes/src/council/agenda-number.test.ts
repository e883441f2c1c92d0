import { Language, rubyParts } from '@akari/protocol'
import { expect, test } from 'vitest'
import { agendaNumber } from './agenda-number.ts'
import words from './agenda-numbers.json'

test('the number of an item is said in the language of who reads it', () => {
  expect(agendaNumber('日程第1', 'en')).toEqual({ text: 'Item 1', language: 'en' })
  expect(agendaNumber('議案第１２号', 'zh-Hans')).toEqual({ text: '第12号议案', language: 'zh-Hans' })
  expect(agendaNumber('市長提出議案第5号', 'ko')).toEqual({ text: '시장 제출 의안 제5호', language: 'ko' })
  expect(agendaNumber('日程第 ４', 'vi')).toEqual({ text: 'Mục 4', language: 'vi' })
  for (const [written, figure] of [
    ['日程第四', 4],
    ['日程第十', 10],
    ['日程第二十三', 23],
    ['日程第百五', 105],
    ['日程第一〇', 10],
  ] as const)
    expect(agendaNumber(written, 'en').text).toBe(`Item ${figure}`)
  expect(agendaNumber('議案第十二号', 'en').text).toBe('Bill No. 12')
  expect(agendaNumber('第4号', 'en')).toEqual({ text: 'No. 4', language: 'en' })
})

test('Japanese, and what has no word elsewhere, stays as it is written', () => {
  expect(agendaNumber('議案第１２号', 'ja')).toEqual({ text: '議案第１２号', language: 'ja' })
  for (const number of ['議案第3号の2', '諮問第1号', '4', 'その他'])
    expect(agendaNumber(number, 'en')).toEqual({ text: number, language: 'ja' })
})

test('every form has its figure, and plain Japanese a reading on every kanji', () => {
  for (const form of Object.values(words)) {
    for (const language of Language.options) if (language !== 'ja') expect(form[language]).toContain('{n}')
    const unread = rubyParts(form['ja-x-easy']).filter(
      ({ base, reading }) => reading === null && /\p{sc=Han}/u.test(base),
    )
    expect(unread).toEqual([])
  }
})
