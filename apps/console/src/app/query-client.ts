import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { keys } from '../api/keys.ts'
import { ApiError, isSignedOut } from '../api/problem.ts'

/**
 * The store of server data. Any 401 means that the session is over: the sign-in page takes the place of the work, which
 * stays mounted nowhere but in its drafts. `onTrouble` hears of failed changes that no form shows itself.
 */
export function createQueryClient(onTrouble: (error: unknown) => void): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => endWhenSignedOut(error) }),
    mutationCache: new MutationCache({
      onError: (error, _input, _result, mutation) => {
        endWhenSignedOut(error)
        if (mutation.meta?.quiet !== true) onTrouble(error)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (times, error) => times < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  const endWhenSignedOut = (error: unknown): void => {
    const signingIn = client.getQueryData(keys.session) === null
    if (isSignedOut(error) && !signingIn) client.setQueryData(keys.session, null)
  }
  return client
}
