import { HolidayCalendar } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { holidaysService } from './holidays.service.ts'
import { holidaysStore } from './holidays.store.ts'

onEachDatabase((open) => {
  it('keeps the holidays of this year and the next, and says so only when they change', async () => {
    const { main } = await open()
    let now = new Date('2026-12-31T14:59:00Z')
    const announced: string[] = []
    const store = holidaysStore(main)
    const service = holidaysService({
      store,
      now: () => now,
      timeZone: 'Asia/Tokyo',
      announce: (t) => announced.push(t),
    })
    await service.refresh()
    await service.refresh()
    expect(announced).toEqual(['schedule'])
    const calendar = HolidayCalendar.parse(await store.read())
    expect(calendar.years).toEqual([2026, 2027])
    expect(calendar.holidays).toContainEqual({
      date: '2026-11-23',
      name: { ja: '勤労感謝の日', en: 'Labor Thanksgiving Day' },
    })
    // A minute later it is 2027 in Tokyo.
    now = new Date('2026-12-31T15:00:00Z')
    await service.refresh()
    expect((await service.calendar()).years).toEqual([2027, 2028])
  })
})
