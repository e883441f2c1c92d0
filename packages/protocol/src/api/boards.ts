import { z } from 'zod'
import type { BoardScene } from '../boards/board-scene.ts'
import { ClockScene, NewsScene, TodayScene, WeatherScene, WifiScene } from '../boards/plain-boards.ts'
import { TownMap, TownMapScene } from '../boards/town-map.ts'
import { BusMapScene, DeparturesScene, RouteLines } from '../boards/transit-boards.ts'
import { FileRef } from '../file-ref.ts'
import { Texts } from '../language.ts'
import { Id, Instant } from '../primitives.ts'

/** Boards without documents: set, listed and shown as the same. */
const PLAIN = [
  DeparturesScene.omit({ title: true }),
  WeatherScene.omit({ title: true }),
  NewsScene.omit({ title: true }),
  WifiScene.omit({ title: true }),
  ClockScene.omit({ title: true }),
  TodayScene.omit({ title: true }),
] as const
/** The board with the town map that lies below; null: none. */
const mapId = Id.nullable()

/** What staff set of a board, by kind: as the glass gets it, but with what its files hold in place of the files. */
export const BoardContent = z.discriminatedUnion('kind', [
  BusMapScene.omit({ title: true, lines: true, map: true, basemap: true }).extend({
    /** Drawn by staff; routes without one have the line of their timetable. */
    lines: RouteLines.shape.lines,
    mapId,
  }),
  TownMapScene.omit({ title: true, map: true }).extend({ map: TownMap }),
  ...PLAIN,
])
export type BoardContent = z.infer<typeof BoardContent>

export type BoardKind = BoardContent['kind']

/** A board as staff fill it in. `version` guards against two people at once, as with playlists. */
export const BoardInput = z.object({ title: Texts, board: BoardContent, version: z.int().nonnegative() })
export type BoardInput = z.infer<typeof BoardInput>

/** What keeps a board from being deleted: playlists that show it, and bus maps that lie over it. */
export const BoardUse = z.object({ kind: z.enum(['playlist', 'board']), id: Id, name: z.string() })
export type BoardUse = z.infer<typeof BoardUse>

export const BoardView = BoardInput.extend({ id: Id, usedIn: z.array(BoardUse), updatedAt: Instant })
export type BoardView = z.infer<typeof BoardView>

/** The documents made of a board for the glass: a town map, lines of routes. */
export const BoardFiles = z.object({ map: FileRef.optional(), lines: FileRef.optional() })
export type BoardFiles = z.infer<typeof BoardFiles>

/** A board as lists have it: megabytes of town map or lines are named as the files that they are kept in. */
export const BoardHead = BoardView.extend({
  board: z.discriminatedUnion('kind', [
    BusMapScene.omit({ title: true, map: true, basemap: true }).extend({ mapId }),
    TownMapScene.omit({ title: true }),
    ...PLAIN,
  ]),
})
export type BoardHead = z.infer<typeof BoardHead>

/** What a list says of a board whose documents are these. Throws where a town map has none. */
export function boardHead(board: BoardContent, { map, lines }: BoardFiles): BoardHead['board'] {
  switch (board.kind) {
    case 'busMap': {
      const { lines: _drawn, ...own } = board
      return { ...own, ...(lines === undefined ? {} : { lines }) }
    }
    case 'townMap':
      if (map === undefined) throw new Error('a town map without its document')
      return { ...board, map }
    case 'departures':
    case 'weather':
    case 'news':
    case 'wifi':
    case 'clock':
    case 'today':
      return board
  }
}

/** A board as the glass gets it; `find` gives the one with the town map below, and the streets beneath that. */
export function boardScene(
  { title, board }: Pick<BoardHead, 'title' | 'board'>,
  find: (boardId: Id) => Pick<BoardHead, 'board'> | undefined,
): BoardScene {
  if (board.kind !== 'busMap') return { ...board, title }
  const { mapId: belowId, ...own } = board
  const below = belowId === null ? undefined : find(belowId)?.board
  if (below?.kind !== 'townMap') return { ...own, title }
  const { map, basemap } = below
  return { ...own, title, map, ...(basemap === undefined ? {} : { basemap }) }
}
