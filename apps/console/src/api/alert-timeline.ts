import { AlertTimeline, CarriedFile, type Channel, ResendResult } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

/** Below the desk's own key, so that it is fetched again whenever the desk is. */
export function useTimeline(channel: Channel, alertId: string) {
  const path = `/api/alerts/${encodeURIComponent(alertId)}/timeline?channel=${channel}`
  return useQuery({
    queryKey: [...keys.desk, 'timeline', channel, alertId],
    queryFn: ({ signal }) => get(AlertTimeline, path, signal),
  })
}

export function useResend() {
  return useWrite((channel: Channel) => send(ResendResult, 'POST', '/api/alerts/resend', { channel }), {
    touches: [keys.desk],
  })
}

/** Asks for the file that a stick carries; changes nothing that the console shows. */
export function useCarry() {
  return useWrite((channel: Channel) => send(CarriedFile, 'POST', '/api/alerts/carry', { channel }), { touches: [] })
}
