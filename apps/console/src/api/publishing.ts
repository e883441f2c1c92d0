import {
  ApprovalSettings,
  Publication,
  PublicationChanges,
  PublishJob,
  type PublishRequest,
  type RestoreRequest,
  Review,
  Submission,
  SubmissionDetail,
  type SubmissionRequest,
} from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

/** The socket says how far a publication is; this is for the case that the socket is the trouble. */
const ASK_AGAIN_MS = 2000
/** What is asked for again once something is out. */
export const AFTER_PUBLISHING = [
  keys.draft,
  keys.review,
  keys.publications,
  keys.approvals,
  keys.programmes,
  keys.displays,
]

/** What publishing would change, for the displays that one answers for. */
export function useReview() {
  return useQuery({ queryKey: keys.review, queryFn: ({ signal }) => get(Review, '/api/programme/review', signal) })
}

/** How far a publication is; null: none was begun. */
export function usePublishJob(id: string | null) {
  return useQuery({
    queryKey: [...keys.publishJob, id],
    queryFn: ({ signal }) => get(PublishJob, `/api/programme/jobs/${id}`, signal),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? ASK_AGAIN_MS : false),
  })
}

export function useStartPublishing() {
  return useWrite((request: PublishRequest) => send(PublishJob, 'POST', '/api/programme/publish', request), {
    touches: AFTER_PUBLISHING,
    quiet: true,
  })
}

export function useStartSubmitting() {
  return useWrite((request: SubmissionRequest) => send(PublishJob, 'POST', '/api/submissions', request), {
    touches: [keys.approvals],
    quiet: true,
  })
}

export function useSubmissions() {
  return useQuery({
    queryKey: keys.approvals,
    queryFn: ({ signal }) => get(Submission.array(), '/api/submissions', signal),
  })
}

export function useSubmission(id: string) {
  return useQuery({
    queryKey: [...keys.approvals, id],
    queryFn: ({ signal }) => get(SubmissionDetail, `/api/submissions/${id}`, signal),
  })
}

export function useApprove(id: string) {
  return useWrite((body: { seen: string; comment: string }) => act('POST', `/api/submissions/${id}/approve`, body), {
    touches: AFTER_PUBLISHING,
    quiet: true,
  })
}

export function useSendBack(id: string) {
  return useWrite((comment: string) => act('POST', `/api/submissions/${id}/send-back`, { comment }), {
    touches: [keys.approvals],
    quiet: true,
  })
}

export function useWithdraw(id: string) {
  return useWrite((comment: string) => act('POST', `/api/submissions/${id}/withdraw`, { comment }), {
    touches: [keys.approvals],
    quiet: true,
  })
}

export function useSay(id: string) {
  return useWrite((text: string) => act('POST', `/api/submissions/${id}/words`, { text }), {
    touches: [keys.approvals],
    quiet: true,
  })
}

export function useApprovalSettings() {
  return useQuery({
    queryKey: [...keys.approvals, 'settings'],
    queryFn: ({ signal }) => get(ApprovalSettings, '/api/approval-settings', signal),
  })
}

export function useChangeApprovalSettings() {
  return useWrite((to: ApprovalSettings) => send(ApprovalSettings, 'PUT', '/api/approval-settings', to), {
    touches: [keys.approvals, keys.review],
  })
}

export function usePublications() {
  return useQuery({
    queryKey: keys.publications,
    queryFn: ({ signal }) => get(Publication.array(), '/api/programme/publications', signal),
  })
}

/** What a publication changed, or how it differs from what is published now. */
export function usePublicationChanges(sequence: number, against: 'before' | 'now') {
  return useQuery({
    queryKey: [...keys.publications, sequence, against],
    queryFn: ({ signal }) =>
      get(PublicationChanges, `/api/programme/publications/${sequence}?against=${against}`, signal),
  })
}

export function useStartRestoring(sequence: number) {
  return useWrite(
    (request: ReturnType<typeof RestoreRequest.parse>) =>
      send(PublishJob, 'POST', `/api/programme/publications/${sequence}/restore`, request),
    { touches: AFTER_PUBLISHING, quiet: true },
  )
}
