import { expect, it } from 'vitest'
import { nextNotices, type Trouble } from './notices.ts'

const silent: Trouble = {
  id: 'silent:jma',
  kind: 'silent',
  sourceId: 'jma',
  since: '2026-09-07T14:00:00Z',
  alertIds: [],
}
const at = (time: string) => new Date(`2026-09-07T${time}Z`)

it('keeps the beginning of a trouble while it lasts, and its end for a day', () => {
  const begun = nextNotices([], [silent], at('14:10:00'))
  const going = nextNotices(begun, [{ ...silent, since: '2026-09-07T14:05:00Z' }], at('14:11:00'))
  expect(going).toEqual([{ ...silent, until: null }])
  const over = nextNotices(going, [], at('14:12:00'))
  expect(over).toEqual([{ ...silent, until: '2026-09-07T14:12:00.000Z' }])
  expect(nextNotices(over, [], at('20:00:00'))).toEqual(over)
  expect(nextNotices(over, [], new Date('2026-09-08T14:12:01Z'))).toEqual([])
})

it('tells the same trouble anew when it comes back', () => {
  const over = nextNotices(nextNotices([], [silent], at('14:10:00')), [], at('14:12:00'))
  const again = nextNotices(over, [{ ...silent, since: '2026-09-07T15:00:00Z' }], at('15:10:00'))
  expect(again.map(({ since, until }) => [since, until])).toEqual([
    ['2026-09-07T15:00:00Z', null],
    ['2026-09-07T14:00:00Z', '2026-09-07T14:12:00.000Z'],
  ])
})
