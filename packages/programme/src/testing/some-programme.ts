import {
  type LayoutScene,
  OperatingHours,
  type PlaylistItem,
  type Programme,
  type ProgrammeTakeover,
  type SoundHours,
  WEEKDAYS,
} from '@akari/protocol'
import fc from 'fast-check'
import { item, playlist, programme } from './sample.ts'
import { rarely, someInstant, ZONES } from './some-moments.ts'
import { playlistIds, someCalendar, someDayparts, someEntry } from './some-schedule.ts'

const LIVE = { kind: 'live' as const, title: { ja: '中継' }, streamId: 'council' }
const side = { x: 8, y: 0, w: 4, h: 12 }
const main = { x: 0, y: 0, w: 8, h: 12 }
/** Zones of playlists that hold layouts themselves, of one that is gone, and of one scene. */
const someLayout: fc.Arbitrary<LayoutScene> = fc
  .tuple(fc.constantFrom(...playlistIds), fc.constantFrom(...playlistIds), fc.boolean())
  .map(([first, second, wide]) => ({
    kind: 'layout',
    title: { ja: '画面割り' },
    [wide ? 'landscape' : 'portrait']: [
      { id: 'main', area: main, content: { kind: 'playlist', playlistId: first } },
      {
        id: 'side',
        area: side,
        content: wide ? { kind: 'playlist', playlistId: second } : { kind: 'scene', scene: LIVE },
      },
    ],
  }))

const someItem: fc.Arbitrary<PlaylistItem> = fc
  .tuple(
    fc.constantFrom('i1', 'i2', 'i3'),
    fc.oneof(fc.integer({ min: 1, max: 7200 }), fc.double({ min: 1, max: 100, noNaN: true })),
    fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, someInstant),
    fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, someInstant),
    fc.constantFrom(1, 1, 1, 3),
    fc.option(fc.oneof(someLayout, fc.constant(LIVE)), { nil: null, freq: 2 }),
    fc.constantFrom(undefined, undefined, true),
  )
  .map(([id, seconds, validFrom, validUntil, weight, scene, silent]) =>
    item(id, seconds, {
      validFrom,
      validUntil,
      weight,
      ...(scene === null ? {} : { scene }),
      ...(silent && { silent }),
    }),
  )

const somePlay = fc.record({ sync: fc.boolean(), campaign: fc.boolean() })

const someHours: fc.Arbitrary<OperatingHours> = fc.constantFrom(
  OperatingHours.parse({ weekly: [{ weekdays: [...WEEKDAYS], times: [{ start: '06:00', end: '01:30' }] }] }),
  OperatingHours.parse({
    weekly: [{ weekdays: ['FR', 'SA', 'SU'], times: [{ start: '08:30', end: '17:15' }] }],
    exceptions: [{ days: ['closed'], times: [] }],
  }),
)

const someSound: fc.Arbitrary<SoundHours[]> = fc.array(
  fc.record({
    id: fc.constantFrom('loud', 'low'),
    name: fc.constant('音を出す時間'),
    volume: fc.constantFrom(0, 30, 100),
    times: someHours,
  }),
  { maxLength: 2 },
)

const someTakeover: fc.Arbitrary<ProgrammeTakeover> = fc.record(
  {
    id: fc.constantFrom('t1', 't2', 't3'),
    name: fc.constant('お知らせ'),
    playlistId: fc.constantFrom(...playlistIds),
    startsAt: someInstant,
    endsAt: someInstant,
    noticeSeconds: fc.constantFrom(0, 10, 30),
    sitting: fc.constantFrom('inSession', 'card'),
    adjournedAt: someInstant,
  },
  { requiredKeys: ['id', 'name', 'playlistId', 'startsAt', 'endsAt', 'noticeSeconds'] },
)

export const someProgramme: fc.Arbitrary<Programme> = fc
  .record({
    items: fc.tuple(fc.array(someItem, { maxLength: 4 }), fc.array(someItem, { maxLength: 4 })),
    play: fc.tuple(somePlay, somePlay),
    hours: rarely(someHours),
    sound: someSound,
    takeovers: fc.array(someTakeover, { maxLength: 3 }),
    calendar: someCalendar,
    dayparts: someDayparts,
    entries: fc.array(someEntry, { maxLength: 5 }),
    defaultPlaylistId: fc.constantFrom(...playlistIds, null),
    timeZone: fc.constantFrom(...ZONES),
  })
  .map(({ items: [a, b], play: [playA, playB], ...rest }) =>
    programme({ ...rest, playlists: [playlist('a', a, playA), playlist('b', b, playB)] }),
  )
