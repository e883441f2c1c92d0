import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumFlags, findChromium } from '../chromium.ts'

export type Shown =
  | { by: 'electron' | 'chromium'; child: ChildProcess }
  | { by: 'nobody'; why: 'no-desktop' | 'no-browser' }

/** Opens the glass on this desktop: Electron where its binary is, else Chromium in kiosk mode, else nobody does. */
export async function showScreen(url: string, root: string, profile: string): Promise<Shown> {
  const desktop =
    process.platform !== 'linux' || process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined
  if (!desktop) return { by: 'nobody', why: 'no-desktop' }
  const electron = electronBinary(root)
  const shell = join(root, 'apps/player/dist/shell/main.js')
  if (electron !== null && existsSync(shell)) {
    const env = { ...process.env, AKARI_SCREEN_URL: url }
    return { by: 'electron', child: spawn(electron, [shell], { stdio: 'ignore', env }) }
  }
  const chromium = await findChromium(process.env)
  if (chromium.state !== 'found') return { by: 'nobody', why: 'no-browser' }
  const flags = [
    ...chromiumFlags(),
    '--kiosk',
    `--user-data-dir=${profile}`,
    '--autoplay-policy=no-user-gesture-required',
  ]
  return { by: 'chromium', child: spawn(chromium.path, [...flags, `--app=${url}`], { stdio: 'ignore' }) }
}

/** The binary that `npm run electron:install` fetches; never by importing the package, which would start a download. */
function electronBinary(root: string): string | null {
  const name =
    process.platform === 'darwin'
      ? 'Electron.app/Contents/MacOS/Electron'
      : process.platform === 'win32'
        ? 'electron.exe'
        : 'electron'
  const path = join(root, 'node_modules/electron/dist', name)
  return existsSync(path) ? path : null
}
