import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { asarOf } from './asar.ts'

/**
 * What is burnt into the binary of a display, so that no environment variable, no argument and no folder beside it makes
 * anything else of it: no Node, no debugger, nothing but `app.asar`. Agent and shell are siblings, so nobody needs Electron as
 * Node. Electron checks the archive's hash on macOS and Windows only; here the read-only root does.
 */
const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
}

/**
 * Makes the shell of a Linux display from Electron's own folder and what Vite built of ours. Rejects when the fuses are not, at the
 * end, as they should be.
 */
export async function releaseShell(from: { electron: string; built: string }, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await cp(from.electron, folder, { recursive: true, verbatimSymlinks: true })
  const binary = join(folder, 'akari-shell')
  await rename(join(folder, 'electron'), binary)
  const resources = join(folder, 'resources')
  // It runs whatever folder is named to it.
  await rm(join(resources, 'default_app.asar'), { force: true })
  const manifest = { name: 'akari-shell', version: '0.1.0', license: 'Apache-2.0', type: 'module', main: 'main.js' }
  const files = {
    'package.json': Buffer.from(JSON.stringify(manifest)),
    'main.js': await readFile(join(from.built, 'main.js')),
    'preload.cjs': await readFile(join(from.built, 'preload.cjs')),
  }
  await writeFile(join(resources, 'app.asar'), asarOf(files))
  await burn(binary)
}

async function burn(binary: string): Promise<void> {
  const before = new Map(Object.entries(await getCurrentFuseWire(binary)))
  for (const fuse of Object.keys(FUSES))
    if (before.get(fuse) === FuseState.REMOVED) throw new Error(`${binary}: fuse ${nameOf(fuse)} does nothing any more`)
  await flipFuses(binary, { version: FuseVersion.V1, ...FUSES })
  const after = new Map(Object.entries(await getCurrentFuseWire(binary)))
  for (const [fuse, wanted] of Object.entries(FUSES))
    if (after.get(fuse) !== (wanted ? FuseState.ENABLE : FuseState.DISABLE))
      throw new Error(`${binary}: fuse ${nameOf(fuse)} is not ${wanted ? 'on' : 'off'}`)
}

function nameOf(fuse: string): string {
  return FuseV1Options[Number(fuse)] ?? fuse
}
