import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether this machine lets us install Debian's packages: root on Debian or Ubuntu. */
export function canInstall(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false // a Linux without that file is neither Debian nor Ubuntu
  }
}

/** Installs a package with apt-get, its output on stderr. Returns whether that succeeded. */
export async function install(name: string): Promise<boolean> {
  return (await aptGet('update')) && (await aptGet('install', '-y', '--no-install-recommends', name))
}

function aptGet(...arguments_: string[]): Promise<boolean> {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return new Promise((resolve) => {
    const child = spawn('apt-get', arguments_, { stdio: ['ignore', 2, 2], env: environment })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}
