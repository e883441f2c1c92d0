import { eventually } from '../../support/city-hall.ts'
import { type Display, onProgramme } from './display.ts'
import type { Road } from './fault-proxy.ts'
import { type GlassLook, isPicture } from './look.ts'
import { type Find, killFound } from './process-faults.ts'

const PATIENCE_MS = 60_000
const PARTED_MS = 5_000

type Wanted = (look: GlassLook | null) => true | null

/** The way to the exits: of this display, or the built-in page's. */
export const wayOut: Wanted = (look) => {
  const isBuiltIn = look?.page === 'built-in' && isPicture({ ...look, scene: 'built-in' })
  return isBuiltIn ? true : guidance(look)
}

/** The way out from where this display stands. */
export const guidance: Wanted = (look) => (isPicture(look) && look?.layer === 'power' ? true : null)

/** Any picture: of the programme, of an emergency, or the built-in page. */
const picture: Wanted = (look) => (isPicture(look) || wayOut(look) ? true : null)

/** Milliseconds from the signal to the first picture that is wanted and taken of what comes after the killed. */
export async function killedUntilBack(display: Display, find: Find, wanted: Wanted = onProgramme): Promise<number> {
  const before = new Set(find(display))
  const startedAt = performance.now()
  killFound(display, find)
  await eventually(
    'another in its place',
    async () => {
      const look = await display.look()
      const now = find(display)
      return now.length > 0 && !now.some((pid) => before.has(pid)) ? wanted(look) : null
    },
    PATIENCE_MS,
  )
  return performance.now() - startedAt
}

/** The same for a single fault: the kiosk host is new, and holds no earlier loss against what is killed. */
export async function killedOnce(display: Display, find: Find): Promise<number> {
  await newHost(display)
  return killedUntilBack(display, find)
}

/** The last of several kills within a minute: milliseconds until anything stands on the glass, be it the built-in page. */
export async function killedAgain(display: Display, find: Find, times: number): Promise<number> {
  await newHost(display)
  for (let n = 1; n < times; n++) await killedUntilBack(display, find)
  const ms = await killedUntilBack(display, find, picture)
  await atRest(display)
  return ms
}

async function newHost(display: Display): Promise<void> {
  await display.host.hold()
  display.host.resume()
  await atRest(display)
}

/** Everything of the player is started from nothing: milliseconds until the glass shows what is wanted. */
export async function coldStart(
  display: Display,
  { road, mains, wanted }: { road: Extract<Road, 'open' | 'cut'>; mains: boolean; wanted: Wanted },
): Promise<number> {
  await Promise.all([display.host.hold(), display.agent.hold()])
  for (const each of display.roads) each.set(road)
  await display.setMains(mains)
  const startedAt = performance.now()
  display.agent.resume()
  display.host.resume()
  await eventually('what is wanted', async () => wanted(await display.look()), PATIENCE_MS)
  const ms = performance.now() - startedAt
  for (const each of display.roads) each.set('open')
  await atRest(display)
  return ms
}

export async function mainsLost(display: Display): Promise<number> {
  const startedAt = performance.now()
  await display.setMains(false)
  await eventually('the way out', async () => guidance(await display.look()), PATIENCE_MS)
  const ms = performance.now() - startedAt
  await atRest(display)
  return ms
}

/** Both roads are cut while an alert is raised: milliseconds from their healing to its acknowledgement. */
export async function healed(display: Display, requestId: string): Promise<number> {
  for (const each of display.roads) each.set('cut')
  await display.desk().raise(requestId, 'banner')
  await new Promise((resolve) => setTimeout(resolve, PARTED_MS))
  for (const each of display.roads) each.set('open')
  const ms = await untilAcknowledged(display)
  await display.desk().end(requestId)
  return ms
}

/** The same with nothing wrong. */
export async function alerted(display: Display, requestId: string): Promise<number> {
  await display.desk().raise(requestId, 'banner')
  const ms = await untilAcknowledged(display)
  await display.desk().end(requestId)
  return ms
}

async function untilAcknowledged(display: Display): Promise<number> {
  const startedAt = performance.now()
  await eventually('the acknowledgement', async () => (await display.desk().acknowledged()) || null, PATIENCE_MS)
  return performance.now() - startedAt
}

/** On mains and on its programme. */
async function atRest(display: Display): Promise<void> {
  await display.setMains(true)
  await eventually('the programme', async () => onProgramme(await display.look()), PATIENCE_MS)
}
