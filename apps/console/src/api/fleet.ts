import {
  DisplayEvidence,
  DisplayView,
  FaultRecord,
  MailTest,
  type MaintenanceInput,
  MOST_ORDERED,
  type OrderRequest,
  OrderView,
  type PlayReportBy,
  PlaysReport,
  type WatchSettings,
  WatchView,
} from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { get, send } from './client.ts'
import { keys } from './keys.ts'
import { inLots } from './lots.ts'
import { useWrite } from './write.ts'

/** The socket says when something changed; this is for the case that the socket is the trouble. */
const LOOK_MS = 15_000

const pathOf = (id: string) => `/api/displays/${encodeURIComponent(id)}`

export function useOrders(displayId: string) {
  return useQuery({
    queryKey: [...keys.orders, displayId],
    queryFn: ({ signal }) => get(OrderView.array(), `${pathOf(displayId)}/orders`, signal),
    refetchInterval: LOOK_MS,
  })
}

/** What was asked of any display since then, within the last quarter of an hour. */
export function useRecentOrders(since: string) {
  return useQuery({
    queryKey: [...keys.orders, 'recent', since],
    queryFn: ({ signal }) => get(OrderView.array(), `/api/orders?${new URLSearchParams({ since }).toString()}`, signal),
    refetchInterval: LOOK_MS,
  })
}

/** Asks displays for something; where they are more than one request may name, in several. Tells whom it did not get to ask. */
export function useOrder() {
  return useWrite(
    ({ kind, displayIds }: OrderRequest) =>
      inLots(displayIds, MOST_ORDERED, (some) =>
        send(OrderView.array(), 'POST', '/api/orders', { kind, displayIds: some }),
      ),
    { touches: [keys.orders] },
  )
}

export function useEvidence(displayId: string) {
  return useQuery({
    queryKey: [...keys.evidence, displayId],
    queryFn: ({ signal }) => get(DisplayEvidence, `${pathOf(displayId)}/evidence`, signal),
    refetchInterval: LOOK_MS,
  })
}

export function useFaultRecords(displayId: string) {
  return useQuery({
    queryKey: [...keys.faultRecords, displayId],
    queryFn: ({ signal }) => get(FaultRecord.array(), `${pathOf(displayId)}/faults`, signal),
    refetchInterval: LOOK_MS,
  })
}

/** Where the picture of the glass is; another one has another address. */
export function pictureUrl(displayId: string, takenAt: string): string {
  return `${pathOf(displayId)}/picture?at=${encodeURIComponent(takenAt)}`
}

/** Null ends it. */
export function useMaintenance(displayId: string) {
  return useWrite(
    (input: MaintenanceInput | null) =>
      send(
        DisplayView,
        input === null ? 'DELETE' : 'PUT',
        `${pathOf(displayId)}/maintenance`,
        ...(input === null ? [] : [input]),
      ),
    { touches: [keys.displays] },
  )
}

export function useWatch() {
  return useQuery({ queryKey: keys.watch, queryFn: ({ signal }) => get(WatchView, '/api/watch', signal) })
}

export function useSaveWatch() {
  return useWrite((settings: WatchSettings) => send(WatchView, 'PUT', '/api/watch', settings), {
    touches: [keys.watch],
    quiet: true,
  })
}

export function useTestMail() {
  return useWrite(() => send(MailTest, 'POST', '/api/watch/mail'), { touches: [], quiet: true })
}

type ReportAsked = { from: string; to: string; by: PlayReportBy; display: string | null }

export function reportQuery({ from, to, by, display }: ReportAsked): string {
  return new URLSearchParams({ from, to, by, ...(display === null ? {} : { display }) }).toString()
}

export function usePlaysReport(asked: ReportAsked) {
  const query = reportQuery(asked)
  return useQuery({
    queryKey: [...keys.playTotals, query],
    queryFn: ({ signal }) => get(PlaysReport, `/api/plays/report?${query}`, signal),
    staleTime: 30_000,
  })
}
