import type { Id, StreamView } from '@akari/protocol'
import type { Logger } from 'pino'
import { lookAt } from './look-at.ts'
import type { Pulse } from './stream-pulse.ts'
import type { StreamRelay } from './stream-relay.ts'

/** A look costs two small playlists: as a display in the countdown would, not as one that plays. */
const LOOK_EVERY_MS = 2_000

type Deps = {
  relay: Pick<StreamRelay, 'ask' | 'pulseOf'>
  streamOf: (id: Id) => Promise<StreamView | null>
  nowMs: () => number
  log: Logger
}

/** `gone`: asked, and not there; `unknown`: nobody could ask, or nothing new comes. `sinceMs` is Unix time. */
export type StreamNow = { state: 'live' | 'ended' | 'gone' | 'unknown'; sinceMs: number | null }

/** Says whether streams go on, for what follows them: looks at a stream itself while somebody asks how it is. */
export function streamWatch({ relay, streamOf, nowMs, log }: Deps) {
  const lookedAt = new Map<Id, number>()

  async function look(streamId: Id): Promise<void> {
    const stream = await streamOf(streamId)
    if (stream !== null) await lookAt(relay, stream)
  }

  return {
    /** How it is as far as anybody knows; looks at it again for whoever asks next. */
    now: (streamId: Id): StreamNow => {
      const at = nowMs()
      if (at - (lookedAt.get(streamId) ?? -Infinity) >= LOOK_EVERY_MS) {
        lookedAt.set(streamId, at)
        // What comes of it is in the pulse.
        void look(streamId).catch((err: unknown) => log.warn({ err, streamId }, 'stream not looked at'))
      }
      const { state, sinceMs } = relay.pulseOf(streamId)
      return { state: known(state), sinceMs }
    },
  }
}

function known(state: Pulse['state']): StreamNow['state'] {
  switch (state) {
    case 'live':
    case 'ended':
    case 'gone':
      return state
    case 'unknown':
    case 'stalled':
    case 'unreachable':
    case 'refused':
      return 'unknown'
  }
}
