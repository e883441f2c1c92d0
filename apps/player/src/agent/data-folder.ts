import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { faultText, removeTemporaryFiles, syncFolder } from '@akari/node-kit'
import type { Faults } from './faults.ts'

/** Where the agent keeps what must survive a power cut. */
export type DataFolder = {
  identity: string
  formerIdentity: string
  pinning: string
  clock: string
  outbox: string
  faults: string
  faultsGoingOn: string
  liveAlerts: string
  drillAlerts: string
  programme: string
  previousProgramme: string
  values: string
  feeds: string
  power: string
  panel: string
  skipped: string
  plays: string
  orders: string
  neighbours: string
  files: string
  reserve: string
}

/**
 * Makes the folders and clears what a killed process left half-written. A disk that refuses is reported: a player that
 * cannot keep anything still shows what it is told.
 */
export async function openDataFolder(root: string, faults: Faults): Promise<DataFolder> {
  const files = join(root, 'files')
  const state = join(root, 'state')
  try {
    await mkdir(files, { recursive: true })
    await mkdir(state, { recursive: true, mode: 0o700 })
    // Their names, too, must survive a power cut: what is saved in them is promised from the first day.
    for (const folder of [root, dirname(root)]) await syncFolder(folder)
    await removeTemporaryFiles(state)
  } catch (error) {
    faults.report('data-folder', faultText(error))
  }
  return {
    identity: join(state, 'identity.json'),
    formerIdentity: join(state, 'identity.pem'),
    pinning: join(state, 'pinning.json'),
    clock: join(state, 'clock.json'),
    outbox: join(state, 'acknowledgements.jsonl'),
    faults: join(state, 'faults.jsonl'),
    faultsGoingOn: join(state, 'faults-going-on.json'),
    liveAlerts: join(state, 'alerts-live.json'),
    drillAlerts: join(state, 'alerts-drill.json'),
    programme: join(state, 'programme.json'),
    previousProgramme: join(state, 'programme-previous.json'),
    values: join(state, 'values.json'),
    feeds: join(state, 'feeds.json'),
    skipped: join(state, 'skipped.json'),
    power: join(state, 'power.json'),
    panel: join(state, 'panel.json'),
    plays: join(root, 'plays'),
    orders: join(state, 'orders.json'),
    neighbours: join(state, 'neighbours.json'),
    files,
    reserve: join(root, 'reserve'),
  }
}
