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

/** Milliseconds from the signal to the first picture of the programme that is taken of what comes after the killed. */
export async function killedUntilBack(display: Display, targets: readonly Find[]): Promise<number> {
  const before = targets.map((find) => find(display))
  const startedAt = performance.now()
  for (const find of targets) killFound(display, find)
  await eventually(
    'others in their place',
    async () => {
      const look = await display.look()
      const isNew = targets.every((find, n) => find(display) !== null && find(display) !== before[n])
      return isNew ? onProgramme(look) : null
    },
    PATIENCE_MS,
  )
  return performance.now() - startedAt
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
