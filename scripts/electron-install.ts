import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { electronBinary } from './electron.ts'
import { say } from './messages.mjs'

const root = dirname(import.meta.dirname)
const installer = join(root, 'node_modules', 'electron', 'install.js')

// The package's own installer answers a missing network with «TypeError: fetch failed»; we say what that means.
say('electronFetching')
const complaint = await fetchElectron()
const path = electronBinary(root)
if (complaint === null && path !== null) say('electronReady', { path })
else {
  say('electronFailed', { reason: complaint ?? 'electron/dist' })
  process.exitCode = 1
}

/** Runs the installer that comes with Electron. Null when it succeeded, else the first line of what it said. */
function fetchElectron(): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(process.execPath, [installer], { cwd: root }, (error, _stdout, stderr) => {
      resolve(error === null ? null : (stderr.trim().split('\n')[0] ?? error.message))
    })
  })
}
