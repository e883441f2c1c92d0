import { AlertDesk, AlertTemplate, ChannelDesk, type EndAlert, type RaiseAlert } from '@akari/protocol'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

export function useDesk() {
  return useQuery({
    queryKey: keys.desk,
    queryFn: ({ signal }) => get(AlertDesk, '/api/alerts/desk', signal),
    refetchInterval: 5_000,
  })
}

export function useTemplates() {
  return useQuery({
    queryKey: keys.templates,
    queryFn: ({ signal }) => get(AlertTemplate.array(), '/api/alerts/templates', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The answer of a change is the newest state already: no need to wait for the next fetch. */
export function keptDesk(client: QueryClient): (desk: ChannelDesk) => ChannelDesk {
  return (desk) => {
    client.setQueryData<AlertDesk>(keys.desk, (before) => before && { ...before, [desk.channel]: desk })
    return desk
  }
}

export function useRaise() {
  const client = useQueryClient()
  return useWrite((input: RaiseAlert) => send(ChannelDesk, 'POST', '/api/alerts', input).then(keptDesk(client)), {
    touches: [keys.desk],
  })
}

export function useEnd() {
  const client = useQueryClient()
  return useWrite(
    ({ alertId, end }: { alertId: string; end: ReturnType<typeof EndAlert.parse> }) =>
      send(ChannelDesk, 'POST', `/api/alerts/${encodeURIComponent(alertId)}/end`, end).then(keptDesk(client)),
    { touches: [keys.desk] },
  )
}
