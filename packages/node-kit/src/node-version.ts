import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * First line of every Node entry point: `if (runningOnNode24(import.meta.filename)) await import('./run.ts')`.
 * True on Node 24 or newer. On an older one it starts the entry again with the workspace's own Node, passes signals and
 * the exit code on, and returns false; the native database addon would crash otherwise. Import nothing heavy before it.
 */
export function runningOnNode24(
  entry: string,
  running: { version: string; args: readonly string[] } = {
    version: process.versions.node,
    args: process.argv.slice(2),
  },
): boolean {
  if (Number.parseInt(running.version, 10) >= 24) return true
  const node = workspaceNode(dirname(entry))
  if (node === null) {
    process.stderr.write(
      `Node 24 or newer is needed; this is ${running.version}. Run "npm ci" in the workspace first.\n`,
    )
    process.exitCode = 1
    return false
  }
  const child = spawn(node, [entry, ...running.args], { stdio: 'inherit' })
  const forward = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGINT', forward).on('SIGTERM', forward)
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
    process.off('SIGINT', forward).off('SIGTERM', forward)
  })
  return false
}

/** The Node of the nearest enclosing workspace that installed one. */
export function workspaceNode(folder: string): string | null {
  const candidate = join(folder, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (existsSync(candidate)) return candidate
  const parent = dirname(folder)
  return parent === folder ? null : workspaceNode(parent)
}
