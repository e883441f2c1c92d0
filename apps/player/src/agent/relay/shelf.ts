import { sha256Text } from '@akari/node-kit'
import type { CarriedAlerts, Channel, SignedAlertState, SignedKeyManifest } from '@akari/protocol'
import type { AlertKeeper } from '../alerts/alert-keeper.ts'
import type { StateAuthor } from '../state-author.ts'

/** The newest signed state of a channel, ready to be given away. */
export type Shelved = { body: Buffer; hash: string; epoch: number; revision: number; active: boolean }
/** Null: nothing is held on this channel. */
export type Shelf = (channel: Channel) => Shelved | null

type Sources = { envelope: SignedAlertState; keys: SignedKeyManifest | null }

/** What the alert keeper holds and the keys it is believed by, written out once per state. */
export function alertShelf(deps: {
  alerts: Pick<AlertKeeper, 'envelope'>
  manifest: () => SignedKeyManifest | null
  author: StateAuthor
}): Shelf {
  const written = new Map<Channel, Sources & { body: Buffer; hash: string }>()
  return (channel) => {
    const envelope = deps.alerts.envelope(channel)
    const state = deps.author.state().alerts[channel]?.state
    if (envelope === null || state === undefined) return null
    const keys = deps.manifest()
    let ready = written.get(channel)
    if (ready?.envelope !== envelope || ready.keys !== keys) {
      const text = JSON.stringify(documentOf(channel, { envelope, keys }))
      ready = { envelope, keys, body: Buffer.from(text, 'utf8'), hash: sha256Text(text) }
      written.set(channel, ready)
    }
    const { body, hash } = ready
    return { body, hash, epoch: state.epoch, revision: state.revision, active: state.alerts.length > 0 }
  }
}

function documentOf(channel: Channel, { envelope, keys }: Sources): CarriedAlerts {
  return { akari: 'alerts.1', ...(keys === null ? {} : { keys }), [channel]: envelope }
}
