import { SourcesDesk } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { get } from './client.ts'
import { keys } from './keys.ts'

/** How the sources of emergency information are. */
export function useSources() {
  return useQuery({
    queryKey: keys.sources,
    queryFn: ({ signal }) => get(SourcesDesk, '/api/alerts/sources', signal),
    refetchInterval: 15_000,
  })
}
