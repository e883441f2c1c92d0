import { faultText, openAlertState } from '@akari/node-kit'
import {
  type Acknowledgement,
  type AlertState,
  type Channel,
  type CmsKeys,
  type HeldAlerts,
  type Hello,
  isNewer,
  type PlayerState,
  SignedAlertState,
} from '@akari/protocol'
import type { CmsClock } from '../clock/cms-clock.ts'
import type { DeviceClock } from '../clock/device-clock.ts'
import type { Faults } from '../faults.ts'
import type { RetiredKeys } from '../pairing/pinning.ts'
import type { StateAuthor } from '../state-author.ts'
import type { AlertFile, SavedAlerts } from './alert-file.ts'

/** `old`: genuine, and not newer than what is held. `refused` is reported as a fault. */
export type Verdict = 'taken' | 'old' | 'refused'

export type AlertKeeper = {
  /** What was in force before the agent stopped, checked with the pinned keys. Needs no network. */
  restore: () => Promise<void>
  /** Anything that claims to be an alert state, from whichever way it came. Never throws. */
  accept: (envelope: unknown) => Promise<Verdict>
  /** What was signed of the newest state of a channel, as it came; null before there is one. */
  envelope: (channel: Channel) => SignedAlertState | null
  /** Tries again what the disk had refused, and tells the CMS when it took it. Does nothing when all is saved. */
  saveAgain: () => Promise<void>
  /** The screen painted a state. */
  shown: (acknowledgement: Acknowledgement) => void
  /** Drops what keys of an earlier pairing signed. */
  forget: () => void
  holding: () => Hello['alerts']
}

export type AlertKeeperDeps = {
  keys: () => CmsKeys | null
  retired: () => RetiredKeys
  files: Record<Channel, AlertFile>
  author: StateAuthor
  clock: CmsClock
  device: DeviceClock
  faults: Faults
  acknowledge: (acknowledgement: Acknowledgement) => void
}

const CHANNELS: readonly Channel[] = ['live', 'drill']

/** Keeps the newest alert state of each channel: glass first, disk second, acknowledgement third. */
export function alertKeeper(deps: AlertKeeperDeps): AlertKeeper {
  const { author, clock, device, faults, acknowledge } = deps
  const envelopes = new Map<Channel, SignedAlertState>()
  const lastShown = new Map<Channel, Position>()
  const unsaved = new Map<Channel, { state: AlertState; file: SavedAlerts }>()
  const held = () => author.state().alerts
  const hold = (alerts: Partial<PlayerState['alerts']>) => author.update({ alerts: { ...held(), ...alerts } }, 'now')

  const accept = async (envelope: unknown): Promise<Verdict> => {
    const opened = open(envelope, deps.keys())
    if (!opened.ok) {
      faults.report('alert-rejected', opened.reason)
      return 'refused'
    }
    const { state } = opened
    const { channel } = state
    const before = held()[channel]
    if (before !== null && !isNewer(before.state, state)) {
      if (!isNewer(state, before.state)) await signedAnew(before, opened.envelope)
      return 'old'
    }
    const receipt = { receivedAt: clock.now(), receivedMonotonicMs: device.monotonicMs(), bootId: device.bootId }
    envelopes.set(channel, opened.envelope)
    hold({ [channel]: { state, ...receipt } })
    const saved = await save(state, { envelope: opened.envelope, ...receipt })
    acknowledge({ kind: 'received', ...positionOf(state), saved, at: clock.now() })
    return 'taken'
  }

  /** The same state under a renewed key: neighbours that hold only that key can take it from here. */
  const signedAnew = async ({ state, ...receipt }: HeldAlerts, envelope: SignedAlertState): Promise<void> => {
    if (envelopes.get(state.channel)?.key === envelope.key) return
    envelopes.set(state.channel, envelope)
    await save(state, { envelope, ...receipt })
  }

  const save = async (state: AlertState, file: SavedAlerts): Promise<boolean> => {
    unsaved.delete(state.channel)
    try {
      await deps.files[state.channel].save(file)
    } catch (error) {
      faults.report('alert-not-saved', faultText(error))
      // A newer one that came meanwhile stands for itself.
      if (held()[state.channel]?.state === state) unsaved.set(state.channel, { state, file })
      return false
    }
    if (unsaved.size === 0) faults.clear('alert-not-saved')
    return true
  }

  const saveAgain = async () => {
    // What the disk refuses again is put back meanwhile.
    const waiting = [...unsaved.values()]
    for (const { state, file } of waiting) {
      if (await save(state, file))
        acknowledge({ kind: 'received', ...positionOf(state), saved: true, at: file.receivedAt })
    }
  }

  const restore = async () => {
    const keys = deps.keys()
    if (keys === null) return
    for (const channel of CHANNELS) {
      const loaded = await deps.files[channel].load({ current: keys[channel], retired: deps.retired()[channel] })
      if (loaded.state === 'held') {
        envelopes.set(channel, loaded.envelope)
        hold({ [channel]: loaded.held })
        if (loaded.mended) faults.report('saved-alert-mended', channel)
      }
      if (loaded.state === 'rejected') faults.report('saved-alert-rejected', `${channel}: ${loaded.why}`)
    }
  }

  return {
    restore,
    accept,
    saveAgain,
    envelope: (channel) => envelopes.get(channel) ?? null,
    shown: (acknowledgement) => {
      const { kind, channel } = acknowledgement
      const state = held()[channel]?.state
      // A screen can only have painted what it was given; each state is acknowledged once.
      if (kind !== 'shown' || state === undefined || isNewer(state, acknowledgement)) return
      if (!isNewer(lastShown.get(channel) ?? null, acknowledgement)) return
      lastShown.set(channel, positionOf(acknowledgement))
      acknowledge(acknowledgement)
    },
    forget: () => {
      lastShown.clear()
      unsaved.clear()
      envelopes.clear()
      hold({ live: null, drill: null })
    },
    holding: () => CHANNELS.flatMap((channel) => held()[channel] ?? []).map(({ state }) => positionOf(state)),
  }
}

type Position = Pick<AlertState, 'channel' | 'epoch' | 'revision'>

function positionOf({ channel, epoch, revision }: Position): Position {
  return { channel, epoch, revision }
}

type Opened = { ok: true; state: AlertState; envelope: SignedAlertState } | { ok: false; reason: string }

/** The key says which channel an envelope is for; what it says inside must agree. */
function open(envelope: unknown, keys: CmsKeys | null): Opened {
  if (keys === null) return { ok: false, reason: 'not-paired' }
  const parsed = SignedAlertState.safeParse(envelope)
  if (!parsed.success) return { ok: false, reason: 'malformed' }
  const channel = CHANNELS.find((candidate) => keys[candidate] === parsed.data.key)
  if (channel === undefined) return { ok: false, reason: 'wrong-key' }
  const opened = openAlertState(parsed.data, channel, keys[channel])
  return opened.ok ? { ...opened, envelope: parsed.data } : opened
}
