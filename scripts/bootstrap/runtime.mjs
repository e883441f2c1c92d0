import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const platform = `${process.platform}-${process.arch}`
const isPinned = ['linux-x64', 'linux-arm64'].includes(platform)
const version = process.version

/**
 * Refuses a Node that cannot run the scripts after this one: where Node 24 comes as a package any Node from 20
 * can bootstrap it, elsewhere the machine's own must be 24. Throws an error with a `messageKey` of scripts/locales.
 */
export function requireUsableNode() {
  if (major(version) < 20) throw trouble('nodeTooOld')
  if (!isPinned && major(version) < 24) throw trouble('nodeNeeds24')
}

/** Refuses a machine on which the packaged Node 24 does not start (another C library, for instance). */
export function requirePinnedNode(root) {
  if (!isPinned) return
  const answer = spawnSync(join(root, 'node_modules', '.bin', 'node'), ['--version'], { encoding: 'utf8' })
  if (answer.status !== 0 || major(answer.stdout) !== 24) throw trouble('pinnedNodeBroken')
}

function major(text) {
  return Number.parseInt(text.replace(/^v/, ''), 10)
}

function trouble(messageKey) {
  return Object.assign(new Error(messageKey), { messageKey, values: { platform, version } })
}
