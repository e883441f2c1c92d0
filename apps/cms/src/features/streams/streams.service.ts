import {
  bearsPassword,
  type Id,
  type ListedStream,
  type StreamInput,
  type StreamView,
  withoutPassword,
} from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { StreamStore } from './streams.store.ts'
import texts from './streams.texts.json' with { type: 'json' }

export type StreamsService = {
  list: () => Promise<StreamView[]>
  /** Also what shows each; an address from before they were refused is told without its password. */
  listWithUses: () => Promise<ListedStream[]>
  create: (input: StreamInput, actor: Actor) => Promise<StreamView>
  replace: (id: Id, input: StreamInput, actor: Actor) => Promise<StreamView>
  remove: (id: Id, actor: Actor) => Promise<void>
}

/** Live streams that playlists and sittings can show. `malformed` for an address with a password, `in-use` while a playlist or a sitting names one, `not-found` for an unknown id. */
export function streamsService(
  deps: Omit<ServiceDeps, 'now'> & {
    store: StreamStore
    /** Names of the playlists and takeovers with an item that shows this stream, and of the sittings that are to show it. */
    usesOf: (streamId: Id) => Promise<readonly string[]>
    /** Looks at a stream as it is now, so that whoever saved it reads how it is; null: there is none any more. */
    lookAnew: (streamId: Id, stream: StreamView | null) => Promise<void>
  },
): StreamsService {
  const { store } = deps
  const usesOf = async (id: Id): Promise<string[]> => [...new Set(await deps.usesOf(id))]
  return {
    list: () => store.list(),
    listWithUses: async () => {
      const streams = await store.list()
      return Promise.all(
        streams.map(async (stream) => ({
          ...stream,
          url: withoutPassword(stream.url),
          usedIn: await usesOf(stream.id),
        })),
      )
    },
    create: async (input, actor) => {
      refusePassword(input)
      const stream = { ...input, id: deps.newId() }
      await store.insert(stream)
      await deps.audit(actor, 'stream.create', stream.id, { url: stream.url })
      await deps.lookAnew(stream.id, stream)
      deps.announce('playlists')
      return stream
    },
    replace: async (id, input, actor) => {
      refusePassword(input)
      const stream = { ...input, id }
      if (!(await store.replace(stream))) throw new AppError('not-found')
      await deps.audit(actor, 'stream.change', id, { url: stream.url })
      await deps.lookAnew(id, stream)
      deps.announce('playlists')
      return stream
    },
    remove: async (id, actor) => {
      const uses = await usesOf(id)
      if (uses.length > 0) {
        throw new AppError('in-use', sentence(texts.usedIn, { names: uses.join('、') }))
      }
      if (!(await store.remove(id))) throw new AppError('not-found')
      await deps.audit(actor, 'stream.delete', id)
      await deps.lookAnew(id, null)
      deps.announce('playlists')
    },
  }
}

/** It would stand in lists, in records and with everybody who may look. */
function refusePassword({ url }: StreamInput): void {
  if (bearsPassword(url)) throw new AppError('malformed', sentence(texts.bearsPassword))
}
