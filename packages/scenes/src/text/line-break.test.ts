import { expect, test } from 'vitest'
import { phrases } from './line-break.ts'

test('Japanese is cut between phrases and loses nothing', () => {
  const line = '頭を守って、机の下に入ってください。'
  const pieces = phrases(line, 'ja')
  expect(pieces.join('')).toBe(line)
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces[0]).toBe('頭を')
})

test('languages with spaces stay whole', () => {
  expect(phrases('Protect your head.', 'en')).toEqual(['Protect your head.'])
})
