import {
  type Basemap,
  type BoardContent,
  type BoardFiles,
  type BoardHead,
  boardHead,
  type BoardInput,
  type BoardUse,
  type BoardView,
  feedsOfBoard,
  filesOfBasemap,
  type FileRef,
  type Id,
  type RouteLines,
} from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { boardFaults, type KnownFeed } from './board-faults.ts'
import type { BoardStore, StoredBoard } from './boards.store.ts'
import { boardUses } from './board-uses.ts'
import texts from './boards.texts.json' with { type: 'json' }

export type BoardsService = {
  list: () => Promise<BoardHead[]>
  find: (id: Id) => Promise<BoardView>
  create: (input: BoardInput, actor: Actor) => Promise<BoardView>
  replace: (id: Id, input: BoardInput, actor: Actor) => Promise<BoardView>
  remove: (id: Id, actor: Actor) => Promise<void>
  /** Documents that boards name, published or not. */
  files: () => Promise<FileRef[]>
  /** As compilation needs them. */
  drafts: () => Promise<Pick<BoardHead, 'id' | 'title' | 'board'>[]>
  /** Titles of the boards that show a feed, published or not. */
  showing: (feedId: Id) => Promise<string[]>
}

export type BoardsDeps = ServiceDeps & {
  store: BoardStore
  /** Playlists, and the copies that open takeovers play. */
  everythingPlayed: () => Promise<Parameters<typeof boardUses>[0]>
  feeds: () => Promise<readonly KnownFeed[]>
  /** Are the files of a basemap such as were sent as one? */
  isBasemap: (basemap: Basemap) => Promise<boolean>
  /** Keeps a document among the files of the library. */
  write: (document: Uint8Array) => Promise<FileRef>
}

/**
 * Boards as staff set them up. Writes throw `malformed` with the field that cannot be, `conflict` on an old version, `not-found`, and
 * `in-use` on deletion. What the glass gets as a document (town map, lines of routes) is written before the board names it.
 */
export function boardsService(deps: BoardsDeps): BoardsService {
  const { store } = deps
  const usesOf = async (boards: readonly StoredBoard[]) => boardUses(await deps.everythingPlayed(), boards)
  const view = async (board: StoredBoard): Promise<BoardView> =>
    viewOf(board, (await usesOf(await store.list())).get(board.id) ?? [])
  const checked = async ({ title, board }: BoardInput) => {
    const held = await store.list()
    const faults = boardFaults(board, {
      feeds: await deps.feeds(),
      isTownMap: (id) => held.some((each) => each.id === id && each.board.kind === 'townMap'),
    })
    if (board.kind === 'townMap' && board.basemap !== undefined && !(await deps.isBasemap(board.basemap))) {
      faults.push({ path: 'board.basemap', message: sentence(texts.basemapUnknown) })
    }
    if (faults.length > 0) throw new AppError('malformed', undefined, faults)
    return { title, board, files: await filesOf(board, deps.write), updatedAt: deps.now().toISOString() }
  }
  return {
    list: async () => {
      const boards = await store.list()
      const uses = await usesOf(boards)
      return boards.map(({ files, board, ...about }) => ({
        ...about,
        board: boardHead(board, files),
        usedIn: uses.get(about.id) ?? [],
      }))
    },
    find: async (id) => {
      const board = await store.find(id)
      if (board === null) throw new AppError('not-found')
      return view(board)
    },
    create: async (input, actor) => {
      const board = { ...(await checked(input)), id: deps.newId(), version: 1 }
      await store.insert(board)
      await deps.audit(actor, 'board.create', board.id, { title: board.title.ja, kind: board.board.kind })
      deps.announce('boards')
      return view(board)
    },
    replace: async (id, input, actor) => {
      const before = await store.find(id)
      if (before === null) throw new AppError('not-found')
      if (before.board.kind !== input.board.kind) {
        throw new AppError('malformed', undefined, [{ path: 'board.kind', message: sentence(texts.kindChanged) }])
      }
      const board = { ...(await checked(input)), id, version: input.version + 1 }
      if (!(await store.replace(board, input.version))) {
        throw new AppError((await store.find(id)) === null ? 'not-found' : 'conflict')
      }
      await deps.audit(actor, 'board.change', id, { title: board.title.ja, version: board.version })
      deps.announce('boards')
      return view(board)
    },
    remove: async (id, actor) => {
      const boards = await store.list()
      const uses = (await usesOf(boards)).get(id) ?? []
      if (uses.length > 0) {
        throw new AppError('in-use', sentence(texts.usedIn, { names: uses.map(({ name }) => `「${name}」`).join('') }))
      }
      const board = boards.find((each) => each.id === id)
      if (board === undefined || !(await store.remove(id))) throw new AppError('not-found')
      await deps.audit(actor, 'board.delete', id, { title: board.title.ja })
      deps.announce('boards')
    },
    files: async () =>
      (await store.list()).flatMap(({ board, files: { map, lines } }) => [
        ...[map, lines].flatMap((file) => file ?? []),
        ...(board.kind === 'townMap' && board.basemap !== undefined ? filesOfBasemap(board.basemap) : []),
      ]),
    drafts: async () =>
      (await store.list()).map(({ id, title, board, files }) => ({ id, title, board: boardHead(board, files) })),
    showing: async (feedId) =>
      (await store.list()).filter(({ board }) => feedsOfBoard(board).includes(feedId)).map(({ title }) => title.ja),
  }
}

function viewOf({ files: _ofTheGlass, ...board }: StoredBoard, usedIn: BoardUse[]): BoardView {
  return { ...board, usedIn }
}

async function filesOf(board: BoardContent, write: BoardsDeps['write']): Promise<BoardFiles> {
  switch (board.kind) {
    case 'townMap':
      return { map: await write(documentOf(board.map)) }
    case 'busMap': {
      if (board.lines.length === 0) return {}
      const lines: RouteLines = { format: 1, lines: board.lines }
      return { lines: await write(documentOf(lines)) }
    }
    case 'departures':
    case 'weather':
    case 'news':
    case 'wifi':
    case 'clock':
    case 'today':
      return {}
  }
}

function documentOf(document: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(document))
}
