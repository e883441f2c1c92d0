import {
  type Alert,
  type Channel,
  type Clock,
  DAY_KINDS,
  Daypart,
  type EntryCondition,
  type EntryRole,
  type Handling,
  type HeldAlerts,
  type LocalDateTime,
  OfficeCalendar,
  OnHigher,
  OperatingHours,
  type PlaylistItem,
  PRESENTATION_MODES,
  PRIORITIES,
  type Programme,
  type LayoutScene,
  type ProgrammeTakeover,
  type ScheduleEntry,
  type ScheduleRule,
  type SoundHours,
  Stage,
  WEEKDAYS,
} from '@akari/protocol'
import fc from 'fast-check'
import type { Values } from '../conditions.ts'
import type { Play } from '../member.ts'
import type { DirectState } from '../direct.ts'
import { unroll } from '../unroll.ts'
import { alert, BANNER, BOOT, clockAt, entry, item, playlist, programme, stateOf } from './sample.ts'

/** Everything generated lies around the end of summer time in New York (2026-11-01), all in a few days so that it collides. */
const FROM_MS = Date.parse('2026-10-30T00:00:00Z')
const SPAN_MS = 6 * 86_400_000

const someMs = fc.integer({ min: 0, max: SPAN_MS }).map((ms) => FROM_MS + ms)
/** Whole minutes too, so that boundaries of different things meet. */
export const someInstant = fc
  .oneof(
    someMs,
    someMs.map((ms) => ms - (ms % 60_000)),
  )
  .map((ms) => new Date(ms).toISOString())
const maybeInstant = fc.option(someInstant, { nil: null })
const localTime: fc.Arbitrary<LocalDateTime> = someInstant.map((instant) => instant.slice(0, 16))

const RRULES = [
  null,
  'FREQ=DAILY',
  'FREQ=HOURLY;INTERVAL=3',
  'FREQ=WEEKLY;BYDAY=MO,SA,SU',
  'FREQ=MONTHLY;BYDAY=1SU',
  'FREQ=DAILY;COUNT=2',
  'FREQ=DAILY;UNTIL=20261101T040000Z',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=NONSENSE',
] as const

export const ZONES = ['Asia/Tokyo', 'America/New_York', 'Not/AZone'] as const

const someDays = fc.record({
  only: fc.option(fc.subarray([...DAY_KINDS]), { nil: null }),
  except: fc.subarray([...DAY_KINDS]),
})

const someCalendar = fc.constantFrom(
  undefined,
  OfficeCalendar.parse({ closedWeekdays: ['SA', 'SU'], holidays: [{ date: '2026-11-03', name: '文化の日' }] }),
)

const someDayparts = fc.constantFrom(
  undefined,
  Daypart.array().parse([
    { id: 'night', name: '夜間', times: [{ start: '22:00', end: '06:00' }] },
    { id: 'counters', name: '窓口', times: [{ start: '09:00', end: '12:00' }], exceptions: [] },
  ]),
)

/** What a rule may leave out, left out mostly. */
const someLimits = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.constant({ allDay: true }),
  fc.constantFrom('night', 'counters', 'gone').map((daypartId) => ({ daypartId })),
  someDays.map((days) => ({ days })),
  fc.constant({ from: '2026-11-01', until: '2026-11-03' }),
)

const plainRule: fc.Arbitrary<ScheduleRule> = fc.record({
  start: fc.oneof(localTime, fc.constant('2026-02-30T09:00')),
  durationMinutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.constantFrom(1440, 7 * 1440)),
  timeZone: fc.constantFrom(...ZONES),
  rrule: fc.constantFrom(...RRULES),
  exdates: fc.array(localTime, { maxLength: 2 }),
  rdates: fc.array(localTime, { maxLength: 2 }),
})

export const someRule: fc.Arbitrary<ScheduleRule> = fc
  .tuple(plainRule, someLimits)
  .map(([plain, limits]) => ({ ...plain, ...limits }))

const playlistIds = ['a', 'b', 'gone'] as const

const SCHEDULED = { kind: 'scheduled' as const }
const someRole: fc.Arbitrary<EntryRole> = fc.constantFrom(
  SCHEDULED,
  SCHEDULED,
  SCHEDULED,
  { kind: 'overlay' as const },
  { kind: 'interrupt' as const, share: { percent: 70 }, maxPlaysPerHour: null },
  { kind: 'interrupt' as const, share: { secondsPerHour: 300 }, maxPlaysPerHour: 3 },
)

const someConditions: fc.Arbitrary<EntryCondition[]> = fc.constantFrom(
  [],
  [],
  [],
  [{ value: 'temperature', is: { atLeast: 30 } }],
  [{ value: 'weather', is: { oneOf: ['rain', 'snow'] } }],
)

export const someValues: fc.Arbitrary<Values> = fc
  .record({
    temperature: fc.constantFrom(12, 33),
    weather: fc.constantFrom('rain', 'fine'),
    at: someInstant,
    validForMs: fc.integer({ min: 0, max: SPAN_MS }),
  })
  .map(({ temperature, weather, ...told }) => ({
    temperature: { value: temperature, ...told },
    weather: { value: weather, ...told },
  }))

/** Logged plays of interrupts, of any hour, also of entries that are none. */
export const somePlays: fc.Arbitrary<Play[]> = fc.array(
  fc.record({ entryId: fc.constantFrom('e1', 'e2', 'e3', 'gone'), startedAtMs: someMs }),
  { maxLength: 6 },
)

const someEntry: fc.Arbitrary<ScheduleEntry> = fc
  .tuple(
    fc.constantFrom('e1', 'e2', 'e3'),
    fc.constantFrom(...playlistIds),
    fc.constantFrom('normal' as const, ...PRIORITIES),
    someRule,
    fc.constantFrom(-1, 0, 0, 2),
    someRole,
    fc.constantFrom('stop', ...OnHigher.options),
    someConditions,
  )
  .map(([id, playlistId, priority, rule, order, role, onHigher, conditions]) =>
    entry(id, { playlistId, priority, rule, order, role, onHigher, conditions }),
  )

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

const someTakeover: fc.Arbitrary<ProgrammeTakeover> = fc.record({
  id: fc.constantFrom('t1', 't2'),
  name: fc.constant('お知らせ'),
  playlistId: fc.constantFrom(...playlistIds),
  startsAt: someInstant,
  endsAt: someInstant,
  noticeSeconds: fc.constantFrom(0, 10, 30),
})

export const someProgramme: fc.Arbitrary<Programme> = fc
  .record({
    items: fc.tuple(fc.array(someItem, { maxLength: 4 }), fc.array(someItem, { maxLength: 4 })),
    play: fc.tuple(somePlay, somePlay),
    hours: rarely(someHours),
    sound: someSound,
    takeovers: fc.array(someTakeover, { maxLength: 2 }),
    calendar: someCalendar,
    dayparts: someDayparts,
    entries: fc.array(someEntry, { maxLength: 5 }),
    defaultPlaylistId: fc.constantFrom(...playlistIds, null),
    timeZone: fc.constantFrom(...ZONES),
  })
  .map(({ items: [a, b], play: [playA, playB], ...rest }) =>
    programme({ ...rest, playlists: [playlist('a', a, playA), playlist('b', b, playB)] }),
  )

const someHandling: fc.Arbitrary<Handling> = fc
  .record({ moments: fc.array(someInstant, { maxLength: 4 }), fullScreenUntil: maybeInstant })
  .map(({ moments, fullScreenUntil }) => ({
    policy: { version: 1, ruleId: 'rule' },
    sound: { chime: 'none', speak: false, times: 1 },
    stages: moments
      .toSorted()
      .flatMap((from, index) => Stage.options.slice(index, index + 1).map((stage) => ({ stage, from }))),
    fullScreenUntil,
  }))

function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { nil: null, freq: 2 })
}

export const someAlert: fc.Arbitrary<Alert> = fc
  .record({
    hazard: fc.constantFrom('earthquake', 'heavy-rain', 'fire'),
    urgency: fc.constantFrom('Immediate', 'Expected', 'Unknown'),
    severity: fc.constantFrom('Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'),
    level: fc.constantFrom(null, 1, 3, 5),
    phase: fc.constantFrom('inForce', 'inForce', 'cleared', 'cancelled'),
    target: fc.constantFrom<Alert['target']>(
      { kind: 'all' },
      { kind: 'displays', displayIds: ['lobby'] },
      { kind: 'displays', displayIds: ['elsewhere'] },
    ),
    presentation: fc.constantFrom('fullScreen' as const, ...PRESENTATION_MODES).map((mode) => ({ ...BANNER, mode })),
    sentAt: someInstant,
    expiresAt: maybeInstant,
    effectiveAt: rarely(someInstant),
    handling: rarely(someHandling),
  })
  .chain((changes) => fc.constantFrom('x1', 'x2', 'x3').map((id) => alert(id, changes)))

function someHeld(channel: Channel): fc.Arbitrary<HeldAlerts> {
  return fc
    .record({
      alerts: fc.array(someAlert, { maxLength: 4 }),
      issuedAt: someInstant,
      receivedMonotonicMs: fc.double({ min: 0, max: 1e8, noNaN: true }),
      bootId: fc.constantFrom(BOOT, 'boot-0'),
      /** Sometimes a state lands where it does not belong. */
      channel: fc.oneof({ weight: 5, arbitrary: fc.constant(channel) }, fc.constantFrom<Channel>('live', 'drill')),
    })
    .map(({ alerts, issuedAt, channel: inState, ...rest }) => ({
      state: { channel: inState, epoch: 1, revision: 1, issuedAt, alerts },
      receivedAt: issuedAt,
      ...rest,
    }))
}

export const someClock: fc.Arbitrary<Clock> = fc
  .record({
    instant: someInstant,
    trust: fc.constantFrom('synced', 'holdover', 'unknown'),
    monotonicMs: fc.double({ min: 0, max: 1e8, noNaN: true }),
  })
  .map(({ instant, ...rest }) => clockAt(instant, rest))

const someTouch = fc.integer({ min: 0, max: 1e8 })
const someVisitor: fc.Arbitrary<DirectState['visitor']> = fc
  .option(fc.tuple(someTouch, fc.integer({ min: 0, max: 90_000 })), { nil: null })
  .map((touches) =>
    touches === null
      ? { language: 'ja' as const, touchedAtMs: null }
      : { language: 'ja' as const, touchedAtMs: touches[0] + touches[1], beganAtMs: touches[0] },
  )

export const someState: fc.Arbitrary<DirectState> = fc
  .record({
    published: fc.option(someProgramme, { nil: null, freq: 8 }),
    alerts: fc.record({
      live: fc.option(someHeld('live'), { nil: null, freq: 6 }),
      drill: fc.option(someHeld('drill'), { nil: null, freq: 6 }),
    }),
    displayId: fc.constantFrom('lobby', 'lobby', null),
    unrolled: fc.tuple(someInstant, someInstant),
    power: fc.constant('mains'),
    visitor: someVisitor,
    values: someValues,
    plays: somePlays,
  })
  .map(({ published, unrolled: [from, to], ...rest }) => {
    const state = stateOf(published, rest)
    /** Half of the time the windows cover everything, else some stretch. */
    if (published === null || from < to) return state
    return { ...state, windows: unroll(published, to, from) }
  })
