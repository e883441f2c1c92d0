import { expect, it } from 'vitest'
import { mustStay, usesOf } from './uses.ts'

const NOBODY = { entries: [], displays: [], layouts: [], takeovers: [] }
const ZONE = { id: 'z', area: { x: 0, y: 0, w: 12, h: 12 }, playlistId: 'news' }

it('names the entries, displays, layouts and takeovers of a playlist, and no others', () => {
  const users = {
    entries: [
      { name: '朝', playlistId: 'news' },
      { name: '夜', playlistId: 'night' },
    ],
    displays: [
      { profile: { name: '1階ロビー' }, defaultPlaylistId: 'news' },
      { profile: { name: '2階' }, defaultPlaylistId: null },
    ],
    layouts: [
      { name: '二分割', landscape: [ZONE], portrait: [ZONE] },
      { name: '縦', portrait: [{ ...ZONE, playlistId: 'night' }] },
    ],
    takeovers: [
      { name: '臨時議会', playlistId: 'news', state: 'running' as const },
      { name: '昨日の議会', playlistId: 'news', state: 'ended' as const },
    ],
  }
  expect(usesOf('news', users)).toEqual({
    entries: ['朝'],
    displays: ['1階ロビー'],
    layouts: ['二分割'],
    takeovers: ['臨時議会'],
  })
})

it('may go when nobody uses it, or only a takeover, which has its own copy; else it must stay', () => {
  expect(mustStay(NOBODY)).toBe(false)
  expect(mustStay({ ...NOBODY, takeovers: ['臨時議会'] })).toBe(false)
  for (const users of ['entries', 'displays', 'layouts'] as const) {
    expect(mustStay({ ...NOBODY, [users]: ['何か'] })).toBe(true)
  }
})
