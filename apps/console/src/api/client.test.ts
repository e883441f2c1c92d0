import { expect, it } from 'vitest'
import { problemFrom } from './client.ts'

const MALFORMED = { type: 'urn:akari:problem:malformed', title: '入力に誤りがあります', status: 400, code: 'malformed' }

it('tells of all fields in one language, with where each stands', () => {
  const errors = [
    { path: 'title.ja', message: '空です。 / It is empty.' },
    { path: 'url', message: '読めません。 / It is no address.' },
    { path: '', message: 'id 1' },
  ]
  expect(problemFrom(400, JSON.stringify({ ...MALFORMED, errors })).detail).toBe(
    'title.ja: 空です。 url: 読めません。 id 1 / title.ja: It is empty. url: It is no address. id 1',
  )
})

it('goes by the detail where there is one, and has none where nothing is said', () => {
  const errors = [{ path: 'url', message: '読めません。 / It is no address.' }]
  expect(problemFrom(400, JSON.stringify({ ...MALFORMED, errors, detail: '全体 / whole' })).detail).toBe('全体 / whole')
  expect(problemFrom(400, JSON.stringify(MALFORMED)).detail).toBeNull()
  expect(problemFrom(502, '<html>')).toMatchObject({ code: 'server-trouble', detail: null })
})
