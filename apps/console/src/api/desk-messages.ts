import {
  type BreakGlass,
  ChannelDesk,
  type CorrectAlert,
  type DeskMessage,
  DeskPreview,
  DeskShelter,
  type KeepAlert,
  type NewProposal,
  Proposal,
  Proposals,
  type ShelterEdit,
  type Town,
  Towns,
} from '@akari/protocol'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { keptDesk } from './alerts.ts'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

const proposal = (id: string, how: string): string => `/api/alerts/proposals/${encodeURIComponent(id)}/${how}`
const alert = (id: string, how: string): string => `/api/alerts/${encodeURIComponent(id)}/${how}`
const shelter = (id: string): string => `/api/shelters/${encodeURIComponent(id)}`

/** What waits for a second person, what was decided lately, and what one person sent out alone. */
export function useProposals() {
  return useQuery({
    queryKey: keys.proposals,
    queryFn: ({ signal }) => get(Proposals, '/api/alerts/proposals', signal),
    refetchInterval: 10_000,
  })
}

/** What the glass would show of a message, and what is wrong with it. The last answer stays while the next is fetched. */
export function usePreview(message: DeskMessage) {
  return useQuery({
    queryKey: [...keys.preview, message],
    queryFn: () => send(DeskPreview, 'POST', '/api/alerts/previews', message),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  })
}

export function usePropose() {
  return useWrite((input: NewProposal) => send(Proposal, 'POST', '/api/alerts/proposals', input), {
    touches: [keys.proposals],
  })
}

export function useConfirm() {
  const client = useQueryClient()
  return useWrite((id: string) => send(ChannelDesk, 'POST', proposal(id, 'confirm')).then(keptDesk(client)), {
    touches: [keys.proposals, keys.desk],
  })
}

export function useWithdraw() {
  return useWrite((id: string) => act('POST', proposal(id, 'withdraw')), { touches: [keys.proposals] })
}

export function useSendBack() {
  return useWrite(
    ({ id, comment }: { id: string; comment: string }) => act('POST', proposal(id, 'return'), { comment }),
    { touches: [keys.proposals] },
  )
}

export function useBreakGlass() {
  const client = useQueryClient()
  return useWrite(
    (input: BreakGlass) => send(ChannelDesk, 'POST', '/api/alerts/break-glass', input).then(keptDesk(client)),
    { touches: [keys.proposals, keys.desk] },
  )
}

export function useAcknowledgeBreakGlass() {
  return useWrite((alertId: string) => act('POST', alert(alertId, 'acknowledge-break-glass')), {
    touches: [keys.proposals],
  })
}

export function useCorrect() {
  const client = useQueryClient()
  return useWrite(
    ({ alertId, correct }: { alertId: string; correct: CorrectAlert }) =>
      send(ChannelDesk, 'POST', alert(alertId, 'correct'), correct).then(keptDesk(client)),
    { touches: [keys.desk] },
  )
}

export function useKeep() {
  const client = useQueryClient()
  return useWrite(
    ({ alertId, keep }: { alertId: string; keep: KeepAlert }) =>
      send(ChannelDesk, 'POST', alert(alertId, 'keep'), keep).then(keptDesk(client)),
    { touches: [keys.desk] },
  )
}

export function useShelters() {
  return useQuery({
    queryKey: keys.shelters,
    queryFn: ({ signal }) => get(DeskShelter.array(), '/api/shelters', signal),
  })
}

export function useOpenShelter() {
  return useWrite(
    ({ id, open }: { id: string; open: boolean }) => send(DeskShelter, 'POST', `${shelter(id)}/opening`, { open }),
    { touches: [keys.shelters, keys.preview] },
  )
}

/** Without an id a new one. */
export function useSaveShelter() {
  return useWrite(
    ({ id, edit }: { id: string | null; edit: ShelterEdit }) =>
      id === null ? send(DeskShelter, 'POST', '/api/shelters', edit) : send(DeskShelter, 'PUT', shelter(id), edit),
    { touches: [keys.shelters, keys.preview] },
  )
}

export function useRemoveShelter() {
  return useWrite((id: string) => act('DELETE', shelter(id)), { touches: [keys.shelters, keys.preview] })
}

export function useTowns() {
  return useQuery({ queryKey: keys.towns, queryFn: ({ signal }) => get(Towns, '/api/towns', signal) })
}

export function useSaveTowns() {
  return useWrite((towns: readonly Town[]) => send(Towns, 'PUT', '/api/towns', towns), {
    touches: [keys.towns, keys.preview],
  })
}
