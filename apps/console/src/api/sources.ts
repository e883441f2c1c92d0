import { SourcesDesk } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

/** How the sources of emergency information are. */
export function useSources() {
  return useQuery({
    queryKey: keys.sources,
    queryFn: ({ signal }) => get(SourcesDesk, '/api/alerts/sources', signal),
    refetchInterval: 15_000,
  })
}

/** A held or refused message is known to a person now. */
export function useAcknowledgeNotice() {
  return useWrite((id: string) => send(SourcesDesk, 'POST', '/api/alerts/sources/acknowledged', { id }), {
    touches: [keys.sources],
  })
}
