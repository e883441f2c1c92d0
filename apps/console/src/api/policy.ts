import {
  type AlertPolicy,
  type NewPolicy,
  PolicyFinding,
  PolicyInForce,
  PolicyVersion,
  PolicyVersionHead,
} from '@akari/protocol'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

const PATH = '/api/alerts/policy'

/** The table in force; looked at again now and then, because two people may edit it. */
export function usePolicy() {
  return useQuery({
    queryKey: keys.policy,
    queryFn: ({ signal }) => get(PolicyInForce, PATH, signal),
    refetchInterval: 15_000,
  })
}

/** Every version, newest first. */
export function usePolicyVersions() {
  return useQuery({
    queryKey: [...keys.policy, 'versions'],
    queryFn: async ({ signal }) => {
      const heads = await get(PolicyVersionHead.array(), `${PATH}/versions`, signal)
      return heads.toSorted((a, b) => b.version - a.version)
    },
  })
}

/** One version with its table; null asks for none. What was saved never changes, so it is fetched once. */
export function usePolicyVersion(version: number | null) {
  return useQuery({
    queryKey: ['policy-version', version],
    queryFn: ({ signal }) => get(PolicyVersion, `${PATH}/versions/${version ?? 0}`, signal),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** What is wrong with a table that is not saved. While the next answer is on its way the last one stays. */
export function usePolicyCheck(policy: AlertPolicy, enabled: boolean) {
  return useQuery({
    queryKey: ['policy-check', policy],
    queryFn: () => send(PolicyFinding.array(), 'POST', `${PATH}/check`, { policy }),
    enabled,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
}

/** Saves a table as the next version. Refused with `conflict` when another than `basedOn` is in force by now. */
export function useSavePolicy() {
  const client = useQueryClient()
  return useWrite(
    async (input: NewPolicy) => {
      const saved = await send(PolicyInForce, 'PUT', PATH, input)
      client.setQueryData(keys.policy, saved)
      return saved
    },
    { touches: [keys.policy], quiet: true },
  )
}
