import { CurrentSession, type DisplayView, type PasswordChange, type SignIn, type User } from '@akari/protocol'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { isSignedOut } from './problem.ts'
import { useWrite } from './write.ts'

async function whoIsSignedIn(signal: AbortSignal): Promise<User | null> {
  try {
    return (await get(CurrentSession, '/api/session', signal)).user
  } catch (error) {
    if (isSignedOut(error)) return null
    throw error
  }
}

/** Who is signed in; null for nobody. */
export function useSession() {
  return useQuery({ queryKey: keys.session, queryFn: ({ signal }) => whoIsSignedIn(signal), staleTime: 60_000 })
}

export function useSignIn() {
  const client = useQueryClient()
  return useWrite(
    async (input: ReturnType<typeof SignIn.parse>) => {
      const { user } = await send(CurrentSession, 'POST', '/api/session', input)
      client.setQueryData(keys.session, user)
    },
    { touches: [], quiet: true },
  )
}

export function useSignOut() {
  const client = useQueryClient()
  return useWrite(
    async () => {
      await act('DELETE', '/api/session')
      client.clear()
      client.setQueryData(keys.session, null)
    },
    { touches: [] },
  )
}

export function useChangePassword() {
  return useWrite((input: ReturnType<typeof PasswordChange.parse>) => act('POST', '/api/session/password', input), {
    touches: [keys.session],
    quiet: true,
  })
}

/** What a role may do here; the CMS decides, the console only leaves out what would be refused. */
type Ability = 'content' | 'approval' | 'takeover' | 'alerts' | 'administration'

/** May this person do it? */
function may(user: User | null | undefined, ability: Ability): boolean {
  if (user === null || user === undefined) return false
  switch (user.role) {
    case 'admin':
      return true
    case 'approver':
      return ability === 'content' || ability === 'approval' || ability === 'takeover'
    case 'editor':
      return ability === 'content'
    case 'disaster':
      return ability === 'alerts' || ability === 'takeover'
    case 'viewer':
      return false
  }
}

/** Does this person answer for the display, by its groups? Who is limited to none, and every administrator, does for all. */
export function answersFor(user: User | null | undefined, { groups }: Pick<DisplayView, 'groups'>): boolean {
  if (user === null || user === undefined) return false
  return user.role === 'admin' || user.groups === null || groups.some((group) => user.groups?.includes(group))
}

/** Lets components ask what the person at this console may do. */
export function useMay(ability: Ability): boolean {
  return may(useSession().data, ability)
}
