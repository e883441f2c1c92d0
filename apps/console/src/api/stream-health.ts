import { type Id, StreamHealth, StreamMinute } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { get } from './client.ts'

const LOOK_AGAIN_MS = 10_000
const MINUTE_MS = 60_000

/** How every live stream is now. */
export function useStreamHealth() {
  return useQuery({
    queryKey: keys.streamHealth,
    queryFn: ({ signal }) => get(StreamHealth.array(), '/api/streams/health', signal),
    refetchInterval: LOOK_AGAIN_MS,
  })
}

/** How one was in the last 24 hours, minute by minute. */
export function useStreamMinutes(streamId: Id) {
  return useQuery({
    queryKey: [...keys.streamHealth, streamId],
    queryFn: ({ signal }) => get(StreamMinute.array(), `/api/streams/${streamId}/minutes?hours=24`, signal),
    refetchInterval: MINUTE_MS,
  })
}
