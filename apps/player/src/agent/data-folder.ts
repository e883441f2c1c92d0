import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { removeTemporaryFiles } from '@akari/node-kit'

/** Where the agent keeps what must survive a power cut. */
export type DataFolder = {
  identityKey: string
  pinning: string
  clock: string
  outbox: string
  liveAlerts: string
  drillAlerts: string
  programme: string
  previousProgramme: string
  values: string
  plays: string
  files: string
}

/** Makes the folders and clears what a killed process left half-written. */
export async function openDataFolder(root: string): Promise<DataFolder> {
  const files = join(root, 'files')
  const state = join(root, 'state')
  await mkdir(files, { recursive: true })
  await mkdir(state, { recursive: true, mode: 0o700 })
  await removeTemporaryFiles(state)
  return {
    identityKey: join(state, 'identity.pem'),
    pinning: join(state, 'pinning.json'),
    clock: join(state, 'clock.json'),
    outbox: join(state, 'acknowledgements.jsonl'),
    liveAlerts: join(state, 'alerts-live.json'),
    drillAlerts: join(state, 'alerts-drill.json'),
    programme: join(state, 'programme.json'),
    previousProgramme: join(state, 'programme-previous.json'),
    values: join(state, 'values.json'),
    plays: join(root, 'plays'),
    files,
  }
}
