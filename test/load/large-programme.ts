import {
  type PlaylistItem,
  type Programme,
  ProgrammeFile,
  PRIORITIES,
  type ScheduleEntry,
  type ScheduleRule,
} from '@akari/protocol'

const ENTRIES = 500
const PLAYLISTS = 50
const ITEMS = 12
const RULES: Pick<ScheduleRule, 'rrule' | 'durationMinutes'>[] = [
  { rrule: 'FREQ=DAILY', durationMinutes: 45 },
  { rrule: 'FREQ=WEEKLY;BYDAY=MO,WE,FR', durationMinutes: 90 },
  { rrule: 'FREQ=MONTHLY;BYDAY=2TU', durationMinutes: 180 },
  { rrule: 'FREQ=HOURLY;INTERVAL=4', durationMinutes: 20 },
  { rrule: 'FREQ=WEEKLY;BYDAY=SA,SU', durationMinutes: 480 },
]

/** 500 entries over 50 playlists with everything a programme can have, made up but always the same. */
export function largeProgramme(): Programme {
  return ProgrammeFile.parse({
    defaultPlaylistId: 'p0',
    playlists: Array.from({ length: PLAYLISTS }, (_, n) => ({
      id: `p${n}`,
      items: itemsOf(n),
      campaign: n % 7 === 0,
      sync: n % 5 === 0,
    })),
    entries: Array.from({ length: ENTRIES }, (_, n) => entryOf(n)),
    dayparts: [{ id: 'office', name: '開庁時間', times: [{ start: '08:30', end: '17:15' }] }],
    calendar: {
      closedWeekdays: ['SA', 'SU'],
      holidays: [{ date: '2026-11-03', name: '文化の日' }],
      yearEnd: { from: '12-29', to: '01-03' },
    },
    hours: {
      weekly: [{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], times: [{ start: '06:00', end: '23:30' }] }],
    },
  })
}

function itemsOf(playlist: number): PlaylistItem[] {
  return Array.from({ length: ITEMS }, (_, n) => ({
    id: `p${playlist}i${n}`,
    seconds: 8 + ((playlist + n) % 5) * 4,
    scene: { kind: 'notice', title: { ja: `お知らせ ${n}` }, body: { ja: '本文' } },
    validFrom: n % 4 === 0 ? '2026-11-05T00:00:00+09:00' : null,
    validUntil: n % 6 === 0 ? '2026-12-10T00:00:00+09:00' : null,
    weight: n % 3 === 0 ? 2 : 1,
  }))
}

function entryOf(n: number): ScheduleEntry {
  const rule: ScheduleRule = {
    start: `2026-${String(1 + (n % 9)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}T${String(6 + (n % 16)).padStart(2, '0')}:${n % 2 === 0 ? '00' : '30'}`,
    timeZone: 'Asia/Tokyo',
    exdates: [],
    rdates: [],
    ...(RULES[n % RULES.length] ?? { rrule: null, durationMinutes: 60 }),
    ...(n % 11 === 0 ? { daypartId: 'office' } : {}),
    ...(n % 4 === 0 ? { days: { only: null, except: ['closed' as const] } } : {}),
  }
  return {
    id: `e${n}`,
    name: `予定 ${n}`,
    playlistId: `p${n % PLAYLISTS}`,
    priority: PRIORITIES[n % PRIORITIES.length] ?? 'normal',
    rule,
    order: n % 3,
    ...(n % 25 === 0 ? { role: { kind: 'interrupt' as const, share: { percent: 1 }, maxPlaysPerHour: null } } : {}),
    ...(n % 20 === 1 ? { onHigher: 'pause' as const } : {}),
    ...(n % 40 === 3 ? { conditions: [{ value: 'temperature', is: { atLeast: 31 } }] } : {}),
  }
}
