import { DrillBoard, type DrillDraft, type DrillInput, DrillPlan, DrillRun, DryRun, Practice } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

const TOUCHES = [keys.drills, keys.drillRuns, keys.practice]
const at = (id: string): string => `/api/drills/${encodeURIComponent(id)}`

export function useDrills() {
  return useQuery({
    queryKey: keys.drills,
    queryFn: ({ signal }) => get(DrillBoard, '/api/drills', signal),
    refetchInterval: 30_000,
  })
}

/** What became of a run; looked at again while answers may still come. */
export function useDrillRun(runId: string) {
  return useQuery({
    queryKey: [...keys.drillRuns, runId],
    queryFn: ({ signal }) => get(DrillRun, `/api/drills/runs/${encodeURIComponent(runId)}`, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 2_000 : 30_000),
  })
}

export function usePractice() {
  return useQuery({
    queryKey: keys.practice,
    queryFn: ({ signal }) => get(Practice.array(), '/api/drills/practice', signal),
  })
}

/** What each display would show; asked once for each version of a plan. */
export function useDryRun(draft: DrillDraft, startsAt: string | null, version: string) {
  return useQuery({
    queryKey: ['dry-run', version, startsAt],
    queryFn: () => send(DryRun, 'POST', '/api/drills/dry-run', { draft, at: startsAt }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useSaveDrill() {
  return useWrite(
    ({ id, input }: { id: string | null; input: DrillInput }) =>
      id === null ? send(DrillPlan, 'POST', '/api/drills', input) : send(DrillPlan, 'PUT', at(id), input),
    { touches: TOUCHES, quiet: true },
  )
}

export function useRemoveDrill() {
  return useWrite((id: string) => act('DELETE', at(id)), { touches: TOUCHES })
}

export function useCheckDrill() {
  return useWrite(
    ({ id, version }: { id: string; version: number }) => send(DrillPlan, 'POST', `${at(id)}/check`, { version }),
    { touches: TOUCHES },
  )
}

export function useSkipDrill() {
  return useWrite(
    ({ id, at: occurrence }: { id: string; at: string }) =>
      send(DrillPlan, 'POST', `${at(id)}/skip`, { at: occurrence }),
    { touches: TOUCHES },
  )
}

export function useRunDrill() {
  return useWrite((id: string) => send(DrillRun, 'POST', `${at(id)}/run`), { touches: [...TOUCHES, keys.desk] })
}

export function useStopDrill() {
  return useWrite((runId: string) => send(DrillRun, 'POST', `/api/drills/runs/${encodeURIComponent(runId)}/stop`), {
    touches: [...TOUCHES, keys.desk],
  })
}
