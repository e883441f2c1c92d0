import { type Daypart, OfficeCalendar, OperatingHours } from '@akari/protocol'
import { expect, it } from 'vitest'
import { display, EVERY_DAY, item, notice } from '../testing/content-samples.ts'
import { compile } from './compile.ts'
import { type Draft, indexDraft } from './content.ts'
import { hoursFor } from './used-rules.ts'

const PLACE = { city: { ja: '小金井市' }, timeZone: 'Asia/Tokyo' }
const OFFICE: Daypart = { id: 'office', name: '開庁時間', times: [{ start: '08:30', end: '17:15' }], exceptions: [] }
const NIGHT: Daypart = { id: 'night', name: '夜間', times: [{ start: '20:00', end: '08:00' }], exceptions: [] }
const CALENDAR = OfficeCalendar.parse({
  holidays: [{ date: '2026-11-23', name: '勤労感謝の日' }],
  closedWeekdays: ['SA', 'SU'],
  yearEnd: { from: '12-29', to: '01-03' },
})

function hoursFrom(start: string, exceptions: OperatingHours['exceptions'] = []): OperatingHours {
  return OperatingHours.parse({ weekly: [{ weekdays: ['MO'], times: [{ start, end: '20:00' }] }], exceptions })
}

function compiled(draft: Partial<Draft>) {
  const playlists = [{ id: 'a', name: 'a', items: [item('1', notice('x'))] }]
  const all = {
    playlists,
    entries: [],
    streams: [],
    assets: [],
    calendar: CALENDAR,
    dayparts: [OFFICE, NIGHT],
    ...draft,
  }
  return compile(display('lobby', { tags: ['縦型'] }), indexDraft(all), PLACE)
}

const ENTRY: Draft['entries'][number] = {
  id: 'e',
  name: 'e',
  playlistId: 'a',
  priority: 'normal',
  rule: EVERY_DAY,
  targets: { displayIds: [], groups: [], where: { tag: '縦型' } },
}

it('takes entries by expression, with order, role, conditions and what becomes of them under higher ones', () => {
  const more = {
    order: 3,
    role: { kind: 'overlay' as const },
    conditions: [{ value: 'temperature', is: { atLeast: 31 } }],
    onHigher: 'pause' as const,
  }
  expect(compiled({ entries: [{ ...ENTRY, ...more }] }).entries).toEqual([
    { id: 'e', name: 'e', playlistId: 'a', priority: 'normal', rule: EVERY_DAY, ...more },
  ])
})

it('leaves out what says no more than its default, so that saving it again changes no programme', () => {
  const said = { ...ENTRY, order: 0, role: { kind: 'scheduled' as const }, conditions: [], onHigher: 'stop' as const }
  expect(JSON.stringify(compiled({ entries: [said] }))).toBe(JSON.stringify(compiled({ entries: [ENTRY] })))
})

it('brings along the dayparts that its entries name, and no others', () => {
  expect(compiled({ entries: [ENTRY] })).not.toHaveProperty('dayparts')
  const named = { ...ENTRY, rule: { ...EVERY_DAY, daypartId: 'office' } }
  expect(compiled({ entries: [named] }).dayparts).toEqual([OFFICE])
})

it('brings along of the calendar only the kinds of days that are asked for', () => {
  const asking = (kinds: ('holiday' | 'closed' | 'yearEnd')[]) =>
    compiled({ entries: [{ ...ENTRY, rule: { ...EVERY_DAY, days: { only: null, except: kinds } } }] }).calendar
  expect(asking(['holiday'])).toEqual({ ...OfficeCalendar.parse({}), holidays: CALENDAR.holidays })
  expect(asking(['yearEnd'])).toEqual({ ...OfficeCalendar.parse({}), yearEnd: CALENDAR.yearEnd })
  expect(asking(['closed'])).toEqual(CALENDAR)
  const hours = [{ of: { kind: 'display' as const, displayId: 'lobby' }, position: 0 }]
  const dark = hours.map((each) => ({ ...each, hours: hoursFrom('08:00', [{ days: ['closed'], times: [] }]) }))
  expect(compiled({ hours: dark }).calendar).toEqual(CALENDAR)
  expect(compiled({ hours: dark }).hours).toEqual(dark[0]?.hours)
})

it('gives a display its own hours, else those of its group that comes first, else none', () => {
  const lobby = display('lobby', { groups: ['待合', 'ロビー'] })
  const group = (name: string, position: number, start: string) => {
    return { of: { kind: 'group' as const, group: name }, position, hours: hoursFrom(start) }
  }
  const groups = [group('待合', 2, '09:00'), group('ロビー', 1, '07:00'), group('屋外', 0, '05:00')]
  expect(hoursFor(lobby, groups)).toEqual(hoursFrom('07:00'))
  expect(
    hoursFor(
      lobby,
      groups.map((each) => ({ ...each, position: 0 })),
    ),
  ).toEqual(hoursFrom('07:00'))
  const own = { of: { kind: 'display' as const, displayId: 'lobby' }, position: 9, hours: hoursFrom('08:00') }
  expect(hoursFor(lobby, [...groups, own])).toEqual(hoursFrom('08:00'))
  expect(hoursFor(display('else'), [...groups, own])).toBeNull()
})
