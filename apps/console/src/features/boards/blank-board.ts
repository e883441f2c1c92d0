import {
  BOARD_KINDS,
  type BoardContent,
  BoardInput,
  type BoardKind,
  type FeedKind,
  type FeedView,
  type Texts,
} from '@akari/protocol'
import type { BoardDraft } from '../../parts/scene-of-draft.ts'

const EMPTY: Texts = { ja: '' }
const OPEN = [{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], times: [{ start: '08:30', end: '17:15' }] }] as const

/** The kind of source that a board cannot be without; null: it needs none. */
export function feedKindOf(kind: BoardKind): FeedKind | null {
  switch (kind) {
    case 'departures':
    case 'busMap':
      return 'transit'
    case 'weather':
    case 'news':
      return kind
    case 'townMap':
    case 'wifi':
    case 'clock':
    case 'today':
      return null
  }
}

/** The kind somebody asked for by its name, the clock where there is none of that name. */
export function kindNamed(name: string | null): BoardKind {
  return BOARD_KINDS.find((kind) => kind === name) ?? 'clock'
}

/** A board of this kind as it begins, with the first source it can show; `title` is what it is called until somebody says otherwise. */
export function blankBoard(kind: BoardKind, title: Texts, feeds: readonly FeedView[]): BoardDraft {
  const feedId = feeds.find(({ source }) => source.kind === feedKindOf(kind))?.id ?? ''
  return { title, board: blankContent(kind, feedId) }
}

function blankContent(kind: BoardKind, feedId: string): BoardContent {
  switch (kind) {
    case 'departures':
      return { kind, feeds: [{ feedId, stops: [] }] }
    case 'busMap':
      return { kind, feeds: [{ feedId }], lines: [], mapId: null }
    case 'townMap':
      return { kind, map: { format: 1, name: EMPTY, boundary: [], areas: [], lines: [], places: [], attribution: [] } }
    case 'weather':
    case 'news':
      return { kind, feedId }
    case 'wifi':
      return { kind, ssid: '', password: null, steps: [], disasterNetwork: true }
    case 'clock':
      return { kind, face: 'digital', calendar: true }
    case 'today':
      return {
        kind,
        hours: {
          weekly: OPEN.map(({ weekdays, times }) => ({ weekdays: [...weekdays], times: [...times] })),
          exceptions: [{ days: ['holiday', 'closed'], times: [] }],
        },
        events: [],
      }
  }
}

/** What keeps a board from being saved: the field by its element id, which is also its name in the locale file. */
export type BoardFault = keyof typeof FIELDS

/** Where in the document each field is that can be missing or wrong. */
const FIELDS = {
  title: /^title/,
  feed: /^board\.feeds\.\d+\.feedId|^board\.feedId/,
  stops: /^board\.feeds\.\d+\.stops/,
  mapName: /^board\.map\.name/,
  boundary: /^board\.map\.boundary/,
  places: /^board\.map\.places/,
  streetsSource: /^board\.basemap\.attribution/,
  ssid: /^board\.ssid/,
  password: /^board\.password/,
  steps: /^board\.steps/,
  note: /^board\.note/,
  hours: /^board\.hours/,
  events: /^board\.events/,
} as const
const NAMES: readonly BoardFault[] = [
  'title',
  'feed',
  'stops',
  'mapName',
  'boundary',
  'places',
  'streetsSource',
  'ssid',
  'password',
  'steps',
  'note',
  'hours',
  'events',
]

/** Everything that keeps a draft from being saved, each field once. */
export function boardFaults(draft: BoardDraft): BoardFault[] {
  const { error } = BoardInput.safeParse({ ...withoutEmpty(draft), version: 0 })
  const paths = (error?.issues ?? []).map(({ path }) => path.join('.'))
  return NAMES.filter((name) => paths.some((path) => FIELDS[name].test(path)))
}

/** The board as it can be saved, without texts that were left empty; null while something is missing or wrong. */
export function writtenBoard(draft: BoardDraft, version: number): BoardInput | null {
  return BoardInput.safeParse({ ...withoutEmpty(draft), version }).data ?? null
}

function withoutEmpty({ title, board }: BoardDraft): BoardDraft {
  if (!('note' in board) || board.note === undefined || Object.values(board.note).some((text) => text !== '')) {
    return { title, board }
  }
  const { note: _empty, ...rest } = board
  return { title, board: rest }
}
