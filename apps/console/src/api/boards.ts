import { BoardHead, type BoardInput, BoardView, type Id } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { ApiError } from './problem.ts'
import { useWrite } from './write.ts'

/** All boards, their documents as files. */
export function useBoards() {
  return useQuery({ queryKey: keys.boards, queryFn: ({ signal }) => get(BoardHead.array(), '/api/boards', signal) })
}

/** One board with all that is in it; null where there is none (or `id` is null). */
export function useBoard(id: Id | null) {
  return useQuery({
    queryKey: [...keys.boards, id],
    queryFn: ({ signal }) => (id === null ? null : newestBoard(id, signal)),
  })
}

/** Fetches past the cache: what is on the server now. Null: it is gone. */
export async function newestBoard(id: Id, signal?: AbortSignal): Promise<BoardView | null> {
  try {
    return await get(BoardView, `/api/boards/${id}`, signal)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

/** Makes a board (`id` null) or replaces one. A stale `version` is refused with 409. */
export function useSaveBoard() {
  return useWrite(
    ({ id, board }: { id: string | null; board: BoardInput }) =>
      id === null ? send(BoardView, 'POST', '/api/boards', board) : send(BoardView, 'PUT', `/api/boards/${id}`, board),
    { touches: [keys.boards, keys.draft], quiet: true },
  )
}

export function useDeleteBoard() {
  return useWrite((id: string) => act('DELETE', `/api/boards/${id}`), { touches: [keys.boards, keys.draft] })
}
