import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The Electron that `npm run electron:install` fetched, or the one in the folder that `ELECTRON_OVERRIDE_DIST_PATH`
 * names; null when there is none. Looks for the file only: to import the package would start a download.
 */
export function electronBinary(root: string, environment: NodeJS.ProcessEnv = process.env): string | null {
  const folder = environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(root, 'node_modules', 'electron', 'dist')
  const path = join(folder, nameOnThisSystem())
  return existsSync(path) ? path : null
}

/** Whether there is a desktop to open a window on. */
export function hasDesktop(environment: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform !== 'linux') return true
  return environment['DISPLAY'] !== undefined || environment['WAYLAND_DISPLAY'] !== undefined
}

/** Arguments that start the shell: root, who cannot have Chromium's sandbox, goes without it. */
export function shellArguments(root: string): string[] {
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...flags, join(root, 'apps', 'player', 'dist', 'shell', 'main.js')]
}

function nameOnThisSystem(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
