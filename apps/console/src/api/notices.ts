import { Notices } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { act, get } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

/** What I am told, newest first. */
export function useNotices() {
  return useQuery({ queryKey: keys.notices, queryFn: ({ signal }) => get(Notices, '/api/notices', signal) })
}

/** Marks notices as read; null: all of them. */
export function useReadNotices() {
  return useWrite((ids: readonly string[] | null) => act('POST', '/api/notices/read', { ids }), {
    touches: [keys.notices],
  })
}
