import { SelfTestBoard, SelfTestRun, SelfTestSettings } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

export function useSelfTest(days: number) {
  return useQuery({
    queryKey: [...keys.selfTest, days],
    queryFn: ({ signal }) => get(SelfTestBoard, `/api/self-test?days=${days}`, signal),
    refetchInterval: 60_000,
  })
}

/** Resolves when the test is over, after some seconds at most. */
export function useRunSelfTest() {
  return useWrite(() => send(SelfTestRun, 'POST', '/api/self-test/run'), { touches: [keys.selfTest] })
}

export function useSaveSelfTestSettings() {
  return useWrite((settings: SelfTestSettings) => send(SelfTestSettings, 'PUT', '/api/self-test/settings', settings), {
    touches: [keys.selfTest],
  })
}
