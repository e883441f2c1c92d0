import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const FOLDER = '/etc/chromium'

/** Why no policies can be put before a Chromium here, or null: it takes root, mount namespaces and Debian's folder. */
export async function noPolicies(): Promise<string | null> {
  try {
    await promisify(execFile)('unshare', ['--mount', 'mount', '--bind', '/etc', FOLDER])
    return null
  } catch (error) {
    return `managed policies need root, unshare and ${FOLDER}: ${String(error).split('\n')[0]}`
  }
}

/**
 * A program that starts this Chromium as if `policies` were the machine's managed policies: for itself alone, in a mount
 * namespace of its own, so that no other browser of this machine sees them.
 */
export async function underPolicies(chromium: string, policies: string, folder: string): Promise<string> {
  const etc = join(folder, 'etc')
  await cp(FOLDER, etc, { recursive: true, dereference: true })
  await mkdir(join(etc, 'policies', 'managed'), { recursive: true })
  await writeFile(join(etc, 'policies', 'managed', 'akari.json'), policies)
  const program = join(folder, 'chromium')
  const inside = `mount --bind "$1" ${FOLDER} && shift && exec "$@"`
  await writeFile(program, `#!/bin/sh\nexec unshare --mount sh -c '${inside}' sh "${etc}" "${chromium}" "$@"\n`)
  await chmod(program, 0o755)
  return program
}
