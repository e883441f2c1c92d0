import { z } from 'zod'
import { ClockScene, NewsScene, TodayScene, WeatherScene, WifiScene } from '../boards/plain-boards.ts'
import { TownMap, TownMapScene } from '../boards/town-map.ts'
import { BusMapScene, DeparturesScene, RouteLines } from '../boards/transit-boards.ts'
import { Texts } from '../language.ts'
import { Id, Instant } from '../primitives.ts'

/** What staff set of a board, by kind: as the glass gets it, but with what its files hold in place of the files. */
export const BoardContent = z.discriminatedUnion('kind', [
  DeparturesScene.omit({ title: true }),
  BusMapScene.omit({ title: true, lines: true, map: true }).extend({
    /** Drawn by staff; routes without one have the line of their timetable. */
    lines: RouteLines.shape.lines,
    /** The board with the town map that lies below; null: none. */
    mapId: Id.nullable(),
  }),
  TownMapScene.omit({ title: true, map: true }).extend({ map: TownMap }),
  WeatherScene.omit({ title: true }),
  NewsScene.omit({ title: true }),
  WifiScene.omit({ title: true }),
  ClockScene.omit({ title: true }),
  TodayScene.omit({ title: true }),
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
