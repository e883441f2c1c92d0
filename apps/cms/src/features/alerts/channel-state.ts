import { signAlertState } from '@akari/node-kit'
import type { Alert, AlertState, Channel, Epoch, Revision, SignedAlertState } from '@akari/protocol'
import type { KeyObject } from 'node:crypto'

/** Newest state of one channel as this node holds it. */
export type ChannelState = { state: AlertState; envelope: SignedAlertState; stored: boolean }

/** Where a channel stands; a later epoch is newer whatever its revision. */
export type Version = { epoch: Epoch; revision: Revision }

/** A CMS that fell back in time hears of later revisions; from more than this many epochs it believes nothing. */
const MOST_EPOCHS_AHEAD = 1000

/** The next state: `revision = max(last + 1, unix ms)`, so that numbers rise even when the clock does not. */
export function nextState(
  channel: Channel,
  last: Version | null,
  alerts: Alert[],
  now: Date,
  epoch: Epoch = last?.epoch ?? 1,
): AlertState {
  const revision = Math.max((last?.revision ?? 0) + 1, now.getTime())
  return { channel, epoch, revision, issuedAt: now.toISOString(), alerts }
}

export function versionOf({ epoch, revision }: Version): Version {
  return { epoch, revision }
}

export function isNewer(a: Version, b: Version): boolean {
  return a.epoch > b.epoch || (a.epoch === b.epoch && a.revision > b.revision)
}

/** A version that both came before: each part is the later of the two. */
export function afterBoth(a: Version, b: Version): Version {
  return { epoch: Math.max(a.epoch, b.epoch), revision: Math.max(a.revision, b.revision) }
}

export function signed(state: AlertState, key: KeyObject): ChannelState {
  return { state, envelope: signAlertState(state, key), stored: false }
}

/**
 * The epoch to continue in after a display told what it holds; null when nothing needs to change. A display that holds
 * something newer than this server ever issued proves that the database was put back.
 */
export function epochAfterHearing(held: Version, heard: Version): Epoch | null {
  if (heard.epoch > held.epoch + MOST_EPOCHS_AHEAD) return null
  if (heard.epoch > held.epoch) return heard.epoch + 1
  return heard.epoch === held.epoch && heard.revision > held.revision ? held.epoch + 1 : null
}
