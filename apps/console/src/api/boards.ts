import { type BoardInput, BoardView } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

export function useBoards() {
  return useQuery({ queryKey: keys.boards, queryFn: ({ signal }) => get(BoardView.array(), '/api/boards', signal) })
}

/** Fetches past the cache: what is on the server now, after a conflict. */
export function newestBoards(): Promise<BoardView[]> {
  return get(BoardView.array(), '/api/boards')
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
