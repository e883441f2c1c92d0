import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlayerState } from '@akari/protocol'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { copyOf, keepEverything, type ShortAgent, shortAgent, storedFiles } from './kept-folder.ts'

/**
 * `kinds`: how many bytes were changed in files of each name. `unnoticed`: changes of which the player reported nothing;
 * `shown`: changes that reached the glass. One sentence each.
 */
export type FlipReport = {
  flips: number
  kinds: Record<string, number>
  unnoticed: string[]
  shown: string[]
}

/** Nothing listens there: what the disk does not give, nobody gives. */
const NO_CMS = 'http://127.0.0.1:9'

/**
 * Changes one byte in one file of a display's data folder, one kind of file after the other, and starts the player on it
 * without a CMS. Whatever it then gives the glass must be what it gave before, or less. `random` (0 to 1) chooses place and value.
 */
export async function flippedBytes({ flips, random }: { flips: number; random: () => number }): Promise<FlipReport> {
  const folder = await temporaryFolder('flips')
  const report: FlipReport = { flips: 0, kinds: {}, unnoticed: [], shown: [] }
  try {
    const whole = join(folder.path, 'whole')
    const { previous } = await keepEverything(whole)
    const names = await storedFiles(whole)
    const before = await onceStarted(await copyOf(whole, join(folder.path, 'unharmed')), async (agent) => ({
      faults: new Set(agent.faults),
      seen: { ...(await seenBy(agent)), previous: textOf(previous) },
    }))
    for (let n = 0; n < flips; n++) {
      const name = names[n % names.length] ?? ''
      const harmed = await copyOf(whole, join(folder.path, `harmed-${n}`))
      const what = await flipOne(join(harmed, name), name, random)
      const { seen, faults } = await onceStarted(harmed, async (agent) => ({
        seen: await seenBy(agent),
        faults: agent.faults,
      }))
      const kind = name.startsWith('files/') ? 'files' : name
      report.kinds[kind] = (report.kinds[kind] ?? 0) + 1
      report.flips = n + 1
      if (!faults.some((code) => !before.faults.has(code))) report.unnoticed.push(what)
      for (const part of changedIn(before.seen, seen)) report.shown.push(`${what}: ${part}`)
      await rm(harmed, { recursive: true, force: true, maxRetries: 3 })
    }
    return report
  } finally {
    await folder.remove()
  }
}

async function flipOne(path: string, name: string, random: () => number): Promise<string> {
  const bytes = await readFile(path)
  const at = Math.floor(random() * bytes.length)
  const [old, mask] = [bytes.readUInt8(at), 1 + Math.floor(random() * 255)]
  bytes.writeUInt8(old ^ mask, at)
  await writeFile(path, bytes)
  return `${name} at ${at}: ${old} became ${old ^ mask}`
}

async function onceStarted<T>(folder: string, look: (agent: ShortAgent) => Promise<T>): Promise<T> {
  const agent = await shortAgent(folder, NO_CMS)
  try {
    return await look(agent)
  } finally {
    await agent.close()
  }
}

/** Everything that the glass can get from the agent and that comes off the disk; null: it does not get it. */
type Seen = Record<string, string | null>

async function seenBy(agent: ShortAgent): Promise<Seen> {
  const state = await agent.state()
  const seen: Seen = {
    pairing: state.pairing.state === 'paired' ? JSON.stringify(state.pairing) : null,
    live: textOf(state.alerts.live),
    drill: textOf(state.alerts.drill),
    values: state.values.revision === 0 ? null : JSON.stringify(state.values),
    plays: state.plays.length === 0 ? null : JSON.stringify(state.plays),
    programme: null,
    previous: null,
  }
  if (state.programme !== null)
    seen[state.programme.revision === 2 ? 'programme' : 'previous'] = textOf(state.programme)
  for (const sha256 of state.files) {
    const body = await fetch(`${agent.url}/files/${sha256}`)
      .then((response) => (response.ok ? response.arrayBuffer() : null))
      // Cut off in the middle: the browser has nothing whole to draw.
      .catch(() => null)
    seen[sha256] = body === null ? null : createHash('sha256').update(Buffer.from(body)).digest('hex')
  }
  return seen
}

function textOf(part: PlayerState['programme'] | PlayerState['alerts']['live']): string | null {
  return part === null ? null : JSON.stringify(part)
}

/** Which parts are neither missing nor what they were. */
function changedIn(before: Seen, after: Seen): string[] {
  return Object.entries(after).flatMap(([part, value]) => {
    if (value === null || value === before[part]) return []
    if (/^[0-9a-f]{64}$/.test(part)) return value === part ? [] : [`a file whose bytes are not ${part}`]
    return [part]
  })
}
