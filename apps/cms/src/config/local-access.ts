import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder, writeFileAtomically } from '@akari/node-kit'
import { z } from 'zod'

/** How the command line on this machine reaches the running server: whoever can read the data folder may administer. */
export const LocalAccess = z.object({
  url: z.url(),
  secret: z.string().min(20),
  pid: z.int().positive(),
  certPath: z.string().nullable(),
})
export type LocalAccess = z.infer<typeof LocalAccess>

const pathIn = (dataDir: string) => join(dataDir, 'run', 'local-access.json')

export async function writeLocalAccess(dataDir: string, access: LocalAccess): Promise<void> {
  makeFolder(join(dataDir, 'run'))
  await writeFileAtomically(pathIn(dataDir), JSON.stringify(access), { mode: 0o600 })
}

/** Null when no server left its address in this data folder. */
export async function readLocalAccess(dataDir: string): Promise<LocalAccess | null> {
  try {
    return LocalAccess.parse(JSON.parse(await readFile(pathIn(dataDir), 'utf8')))
  } catch {
    // Missing or torn: either way there is no server to talk to, and the caller says so.
    return null
  }
}

export async function removeLocalAccess(dataDir: string): Promise<void> {
  await rm(pathIn(dataDir), { force: true })
}
