import type { EntryInput, NewDisplay } from '@akari/protocol'

const ZONE = 'Asia/Tokyo'
const GROUPS = 18
const PRIORITIES = ['normal', 'normal', 'normal', 'raised', 'high', 'urgent'] as const
const RULES = [
  { start: '2026-10-01T08:30', minutes: 525, rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' },
  { start: '2026-11-10T09:00', minutes: 180, rrule: 'FREQ=MONTHLY;BYDAY=2TU' },
  { start: '2026-10-05T13:00', minutes: 120, rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE' },
  { start: '2026-10-01T12:00', minutes: 60, rrule: 'FREQ=DAILY' },
  { start: '2026-11-15T10:00', minutes: 90, rrule: 'FREQ=MONTHLY;BYMONTHDAY=15,-1' },
  { start: '2026-11-01T18:00', minutes: 720, rrule: null },
] as const

/** Displays of a city: most in one of 18 groups, every tenth without. */
export function cityDisplays(count: number): NewDisplay[] {
  return Array.from({ length: count }, (_, n) => ({
    profile: {
      name: `端末 ${n + 1}`,
      widthPx: 1920,
      heightPx: 1080,
      mmPerPx: 0.53,
      viewingDistanceM: 3,
      touch: false,
      kioskId: null,
    },
    groups: n % 10 === 9 ? [] : [`グループ${(n % GROUPS) + 1}`],
    tags: [],
    defaultPlaylistId: null,
  }))
}

/** Entries as a city plans a month: series and single days, for a group or for two displays, most of them of normal priority. */
export function monthOfEntries(
  count: number,
  playlistIds: readonly string[],
  displayIds: readonly string[],
): EntryInput[] {
  return Array.from({ length: count }, (_, n) => {
    const { start, minutes, rrule } = RULES[n % RULES.length] ?? RULES[0]
    const day = rrule === null ? `2026-11-${String((n % 28) + 1).padStart(2, '0')}T${start.slice(11)}` : start
    const at = (place: number): string => displayIds[(n * 7 + place) % displayIds.length] ?? ''
    return {
      name: `番組 ${n + 1}`,
      playlistId: playlistIds[n % playlistIds.length] ?? '',
      targets:
        n % 5 === 0
          ? { displayIds: [], groups: [`グループ${(n % GROUPS) + 1}`] }
          : { displayIds: [at(0), at(1)], groups: [] },
      priority: PRIORITIES[n % PRIORITIES.length] ?? 'normal',
      rule: { start: day, durationMinutes: minutes, timeZone: ZONE, rrule, exdates: [], rdates: [] },
      version: 0,
    }
  })
}
