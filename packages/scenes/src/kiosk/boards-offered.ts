import type { BoardScene } from '@akari/protocol'
import type { IconName } from './icons.tsx'
import type { KioskWord } from './kiosk-words.ts'

/** Which boards a visitor looks for at a kiosk, in this order, and how each is called there; so many at most. */
const OFFERED: readonly { kind: BoardScene['kind']; word: KioskWord; icon: IconName }[] = [
  { kind: 'departures', word: 'boardBuses', icon: 'bus' },
  { kind: 'weather', word: 'boardWeather', icon: 'sky' },
  { kind: 'wifi', word: 'boardWifi', icon: 'wifi' },
  { kind: 'today', word: 'boardToday', icon: 'clock' },
  { kind: 'townMap', word: 'boardTown', icon: 'nearest' },
  { kind: 'busMap', word: 'boardBusMap', icon: 'bus' },
]
const MOST = 4

/** Of the boards of a programme those that the kiosk offers on its first page: one of a kind, the first. */
export function boardsOffered(
  boards: readonly BoardScene[],
): { kind: BoardScene['kind']; word: KioskWord; icon: IconName }[] {
  return OFFERED.filter(({ kind }) => boards.some((board) => board.kind === kind)).slice(0, MOST)
}
