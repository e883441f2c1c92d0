import type { StreamAsk } from '@akari/node-kit'
import type { StreamView } from '@akari/protocol'
import type { StreamRelay } from './stream-relay.ts'

/** Has the relay look at a stream by itself, so that its pulse says how it is. One that displays play is known already: what is held answers. */
export async function lookAt(relay: Pick<StreamRelay, 'ask'>, stream: StreamView): Promise<void> {
  const entry = await relay.ask(stream, askFor(null), null)
  if (entry.kind !== 'playlist' || entry.playlist.kind !== 'master' || entry.playlist.first === null) return
  // A list of variants is there all day; whether there is a picture, one of them says.
  await relay.ask(stream, askFor(entry.playlist.first), null)
}

function askFor(of: string | null): StreamAsk {
  return { of, directives: {}, range: null }
}
