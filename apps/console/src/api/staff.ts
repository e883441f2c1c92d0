import {
  ApiToken,
  ApiTokenWithSecret,
  AuditEntry,
  type NewApiToken,
  type NewUser,
  StaffName,
  User,
  type UserPatch,
  UserWithPassword,
} from '@akari/protocol'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

const AUDIT_PAGE = 100

export function useUsers() {
  return useQuery({ queryKey: keys.users, queryFn: ({ signal }) => get(User.array(), '/api/users', signal) })
}

/** What everybody with an account is called; for all who are signed in. */
export function useStaffNames() {
  return useQuery({
    queryKey: keys.staffNames,
    queryFn: ({ signal }) => get(StaffName.array(), '/api/users/names', signal),
  })
}

export function useAddUser() {
  return useWrite((input: ReturnType<typeof NewUser.parse>) => send(UserWithPassword, 'POST', '/api/users', input), {
    touches: [keys.users],
    quiet: true,
  })
}

export function useChangeUser() {
  return useWrite(
    ({ id, patch }: { id: string; patch: ReturnType<typeof UserPatch.parse> }) =>
      send(User, 'PATCH', `/api/users/${id}`, patch),
    { touches: [keys.users, keys.staffNames, keys.session] },
  )
}

export function useDeleteUser() {
  return useWrite((id: string) => act('DELETE', `/api/users/${id}`), { touches: [keys.users] })
}

export function useNewPassword() {
  return useWrite((id: string) => send(UserWithPassword, 'POST', `/api/users/${id}/password`), {
    touches: [keys.users],
  })
}

export function useTokens() {
  return useQuery({ queryKey: keys.tokens, queryFn: ({ signal }) => get(ApiToken.array(), '/api/tokens', signal) })
}

export function useAddToken() {
  return useWrite(
    (input: ReturnType<typeof NewApiToken.parse>) => send(ApiTokenWithSecret, 'POST', '/api/tokens', input),
    { touches: [keys.tokens], quiet: true },
  )
}

export function useDeleteToken() {
  return useWrite((id: string) => act('DELETE', `/api/tokens/${id}`), { touches: [keys.tokens] })
}

/** The record of what was done, newest first, a page at a time. */
export function useAudit() {
  return useInfiniteQuery({
    queryKey: keys.audit,
    initialPageParam: Number.MAX_SAFE_INTEGER,
    queryFn: ({ pageParam, signal }) =>
      get(AuditEntry.array(), `/api/audit?before=${pageParam}&limit=${AUDIT_PAGE}`, signal),
    getNextPageParam: (page) => (page.length < AUDIT_PAGE ? undefined : page.at(-1)?.sequence),
  })
}
