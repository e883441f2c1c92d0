import { faultText } from '@akari/node-kit'
import type { CmsKeys } from '@akari/protocol'
import type { AlertKeeper } from '../alerts/alert-keeper.ts'
import type { Faults } from '../faults.ts'
import type { StateAuthor } from '../state-author.ts'
import { startAlertFolder } from './alert-folder.ts'
import { startAnnouncer } from './announcer.ts'
import { startEnvelopeServer } from './envelope-server.ts'
import { startMulticast } from './multicast.ts'
import { peers } from './peers.ts'
import type { RelayConfig } from './relay-config.ts'
import { alertShelf } from './shelf.ts'

export type RelayDeps = {
  config: RelayConfig
  keys: () => CmsKeys | null
  alerts: AlertKeeper
  author: StateAuthor
  faults: Faults
  fetch: typeof globalThis.fetch
  monotonicMs: () => number
}

type Part = { close: () => void | Promise<void> }

/**
 * Alerts without the CMS: from neighbours on the network, and from files. Both only bring envelopes to the alert keeper;
 * what is shown still needs the CMS's signature. Never rejects: without it a display is as it was before.
 */
export async function startRelay(deps: RelayDeps): Promise<{ close: () => Promise<void> }> {
  const { config, alerts, faults } = deps
  const parts: Part[] = []
  if (config.folder !== null) parts.push(startAlertFolder({ folder: config.folder, accept: alerts.accept, faults }))
  if (config.lan !== null)
    parts.push(
      ...(await startLan(deps, config.lan).catch((error: unknown) => {
        faults.report('relay', faultText(error))
        return []
      })),
    )
  return {
    close: async () => {
      for (const part of parts) await part.close()
    },
  }
}

async function startLan(deps: RelayDeps, lan: NonNullable<RelayConfig['lan']>): Promise<Part[]> {
  const { alerts, author, faults, keys, fetch, monotonicMs } = deps
  const shelf = alertShelf({ alerts, author })
  const server = await startEnvelopeServer({ port: lan.port, shelf })
  const neighbours = peers({
    keys,
    holding: (channel) => author.state().alerts[channel]?.state ?? null,
    accept: alerts.accept,
    faults,
    fetch,
    monotonicMs,
    random: Math.random,
  })
  const multicast = startMulticast({ ...lan, heard: neighbours.heard, faults })
  const announcer = startAnnouncer({ author, keys, shelf, port: server.port, send: multicast.send, monotonicMs })
  return [announcer, multicast, neighbours, server]
}
