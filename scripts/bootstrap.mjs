// Runs before every npm script, on whatever Node the machine has (20 or newer) and before anything is
// installed: node: imports only. It writes to stderr alone, because stdout belongs to the script after it.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { takeLock } from './bootstrap/lock.mjs'
import { installPackages } from './bootstrap/install.mjs'
import { requirePinnedNode, requireUsableNode } from './bootstrap/runtime.mjs'
import { isWhole } from './bootstrap/whole.mjs'
import { say } from './messages.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stampFile = join(root, 'node_modules', '.akari-bootstrap')

try {
  requireUsableNode()
  if (!isInstalled()) await install()
} catch (error) {
  if (!error.messageKey) throw error
  say(error.messageKey, error.values)
  process.exitCode = 1
}

async function install() {
  mkdirSync(join(root, 'build'), { recursive: true })
  const lock = await takeLock(join(root, 'build', 'bootstrap.lock'), () => say('waiting'))
  try {
    if (isInstalled()) return
    say('installing')
    await installPackages(root, (pid) => lock.share(pid))
    if (!isWhole(root)) throw Object.assign(new Error('cutOff'), { messageKey: 'cutOff' })
    requirePinnedNode(root)
    writeFileSync(stampFile, wantedStamp())
  } finally {
    lock.release()
  }
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp() && isWhole(root)
}

/** Which packages, for which machine: a folder copied from another architecture is installed anew. */
function wantedStamp() {
  const lockFile = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lockFile).digest('hex')} ${process.platform}-${process.arch}\n`
}
