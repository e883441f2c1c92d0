import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PlayerState } from '@akari/protocol'

const POLL_MS = 200
const LIMIT_MS = 30_000

/**
 * Sees to it that the agent on this machine is paired with the display of this name, by the same steps as staff take:
 * it reads code and digits off the screen's state and enters them through the command line of the CMS, whose data are in `dataDir`.
 */
export async function pairLobby(
  agentUrl: string,
  displayName: string,
  { root, dataDir }: { root: string; dataDir: string },
): Promise<'paired' | 'not-paired'> {
  const deadline = Date.now() + LIMIT_MS
  let entered = ''
  while (Date.now() < deadline) {
    const pairing = (await playerState(agentUrl))?.pairing
    if (pairing?.state === 'paired') return 'paired'
    if (pairing?.state === 'waiting' && pairing.code !== entered) {
      entered = pairing.code
      const pair = ['displays', 'pair', pairing.code, '--name', displayName, '--digits', pairing.digits]
      await akari(root, [...pair, '--data', dataDir])
    }
    await pause(POLL_MS)
  }
  return 'not-paired'
}

async function playerState(agentUrl: string): Promise<PlayerState | null> {
  try {
    const response = await fetch(`${agentUrl}/state`, { signal: AbortSignal.timeout(2000) })
    return response.ok ? PlayerState.parse(await response.json()) : null
  } catch {
    return null // the agent is still starting: asked again until the deadline
  }
}

function akari(root: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'apps/cms/src/cli/main.ts'), ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
}
