import { ValueView } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { get } from './client.ts'
import { keys } from './keys.ts'

const MINUTE_MS = 60_000

/** Values of the outside world that conditions can ask for, with their age. */
export function useLiveValues() {
  return useQuery({
    queryKey: keys.values,
    queryFn: ({ signal }) => get(ValueView.array(), '/api/values', signal),
    refetchInterval: MINUTE_MS,
  })
}
