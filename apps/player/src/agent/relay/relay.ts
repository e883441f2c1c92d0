import { faultText } from '@akari/node-kit'
import type { AlertKeeper } from '../alerts/alert-keeper.ts'
import type { Timing } from '../config.ts'
import type { Vitals } from '../device/vitals.ts'
import type { Faults } from '../faults.ts'
import type { PinningStore } from '../pairing/pinning.ts'
import type { StateAuthor } from '../state-author.ts'
import { startAlertFolder } from './alert-folder.ts'
import { intake, type Intake } from './intake.ts'
import { startLan } from './lan.ts'
import type { RelayConfig } from './relay-config.ts'

export type RelayDeps = {
  config: RelayConfig
  timing: Pick<Timing, 'alertFolderMs' | 'askAgainMs'>
  pinning: Pick<PinningStore, 'keys' | 'keysRevision' | 'manifest' | 'rotate'>
  alerts: AlertKeeper
  author: StateAuthor
  faults: Faults
  vitals: Vitals
  fetch: typeof globalThis.fetch
  now: () => string
  monotonicMs: () => number
  /** Where the neighbours that are known are kept. */
  neighboursFile: string
}

export type Part = { close: () => void | Promise<void> }

/**
 * Alerts without the CMS: from neighbours on the network, and from files. Both only bring envelopes to the alert keeper;
 * what is shown still needs the CMS's signature. Never rejects: without it a display is as it was before.
 */
export async function startRelay(deps: RelayDeps): Promise<{ close: () => Promise<void> }> {
  const { config, alerts, faults, pinning, vitals } = deps
  const take: Intake = intake({ accept: alerts.accept, pinning })
  const trust = (): string => JSON.stringify(pinning.keys())
  const parts: Part[] = []
  if (config.folder !== null)
    parts.push(startAlertFolder({ folder: config.folder, everyMs: deps.timing.alertFolderMs, take, trust, faults }))
  if (config.lan === null) vitals.tell({ relay: { state: 'off' } })
  else
    parts.push(
      ...(await startLan({ ...deps, take }, config.lan).catch((error: unknown) => {
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
