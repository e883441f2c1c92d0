import type { Id } from '@akari/protocol'
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { act } from './client.ts'

type Options = {
  /** Answers to fetch again afterwards, whether it worked or not. */
  touches: readonly QueryKey[]
  /** The caller shows what went wrong itself; otherwise a notification does. */
  quiet?: boolean
}

/** A change of server data. */
export function useWrite<Input, Result>(run: (input: Input) => Promise<Result>, { touches, quiet = false }: Options) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    meta: { quiet },
    onSettled: () => Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}

/** Deletes the thing that a page is about; `onDeleted` is called even where the page went with it before the answer came. */
export function useDelete(pathOf: (id: Id) => string, onDeleted: () => void, options: Options) {
  return useWrite(async (id: Id) => {
    await act('DELETE', pathOf(id))
    onDeleted()
  }, options)
}
