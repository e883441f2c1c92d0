import { z } from 'zod'
import type { FileRef } from '../file-ref.ts'
import type { Texts } from '../language.ts'
import type { Id } from '../primitives.ts'
import { filesOfBasemap } from './basemap.ts'
import { ClockScene, NewsScene, TodayScene, WeatherScene, WifiScene } from './plain-boards.ts'
import { TownMapScene } from './town-map.ts'
import { BusMapScene, DeparturesScene } from './transit-boards.ts'

/** Scenes of the outside world and of the day; `SingleScene` has them all. */
export const BOARD_SCENES = [
  DeparturesScene,
  BusMapScene,
  TownMapScene,
  WeatherScene,
  NewsScene,
  WifiScene,
  ClockScene,
  TodayScene,
] as const
export const BoardScene = z.discriminatedUnion('kind', BOARD_SCENES)
export type BoardScene = z.infer<typeof BoardScene>

export const BOARD_KINDS = BOARD_SCENES.map(({ shape }) => shape.kind.value)
const KINDS: ReadonlySet<string> = new Set(BOARD_KINDS)

export function isBoard(scene: { kind: string }): scene is BoardScene {
  return KINDS.has(scene.kind)
}

/** Every text that staff wrote for a board. */
export function boardTexts(board: BoardScene): Texts[] {
  switch (board.kind) {
    case 'wifi':
      return [board.title, ...board.steps, ...(board.note === undefined ? [] : [board.note])]
    case 'today':
      return [
        board.title,
        ...(board.note === undefined ? [] : [board.note]),
        ...board.events.flatMap(({ name, place }) => (place === undefined ? [name] : [name, place])),
      ]
    case 'departures':
    case 'busMap':
    case 'townMap':
    case 'weather':
    case 'news':
    case 'clock':
      return [board.title]
  }
}

/** What says which feeds a board shows: alike in the scene and in what staff fill in (`BoardContent`). */
type Feeding =
  | Pick<DeparturesScene | BusMapScene, 'kind' | 'feeds'>
  | Pick<TownMapScene, 'kind' | 'feeds'>
  | Pick<WeatherScene | NewsScene, 'kind' | 'feedId'>
  | Pick<WifiScene | ClockScene | TodayScene, 'kind'>

/** The feeds a board shows; `Programme.feeds` is made of them. */
export function feedsOfBoard(board: Feeding): Id[] {
  switch (board.kind) {
    case 'departures':
    case 'busMap':
      return board.feeds.map(({ feedId }) => feedId)
    case 'townMap':
      return board.feeds ?? []
    case 'weather':
    case 'news':
      return [board.feedId]
    case 'wifi':
    case 'clock':
    case 'today':
      return []
  }
}

/** The files a board names itself; timetables come with `Programme.feeds`. */
export function filesOfBoard(board: BoardScene): FileRef[] {
  switch (board.kind) {
    case 'busMap':
      return [...[board.lines, board.map].filter((file) => file !== undefined), ...streetsOf(board)]
    case 'townMap':
      return [board.map, ...streetsOf(board)]
    case 'departures':
    case 'weather':
    case 'news':
    case 'wifi':
    case 'clock':
    case 'today':
      return []
  }
}

function streetsOf({ basemap }: TownMapScene | BusMapScene): FileRef[] {
  return basemap === undefined ? [] : filesOfBasemap(basemap)
}
