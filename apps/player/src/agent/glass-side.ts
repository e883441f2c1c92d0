import { faultText } from '@akari/node-kit'
import { onGlassNow } from './alerts/on-glass-now.ts'
import { archiveLine } from './content/archive-line.ts'
import { alertSight, type Sight } from './alerts/sight.ts'
import type { Core } from './core.ts'
import { type ScreenLink, screenLink } from './loopback/screen-link.ts'
import { startLoopback } from './loopback/server.ts'
import { originLine } from './live/origin-line.ts'
import { relayLine } from './live/relay-line.ts'
import { slateCounts } from './live/slate-counts.ts'
import { type HostDesk, hostDesk } from './orders/host-desk.ts'
import { playBook } from './plays/play-book.ts'
import { startPower } from './power/power-keeper.ts'

const WATCH_SIGHT_MS = 5_000

export type GlassSide = { url: string; screen: ScreenLink; host: HostDesk; close: () => Promise<void> }

/** Serves the screen and the host of the glass, and watches what feeds them. Rejects when the port cannot be used. */
export async function startGlassSide(core: Core): Promise<GlassSide> {
  const { config, memory, parts, device, wake, log, fetch } = core
  const { author, faults } = memory
  const plays = playBook({ ...memory.plays, author, now: () => Date.parse(memory.clock.now()) })
  const slates = slateCounts(device.monotonicMs)
  const tellSlates = (): void => {
    const streams = slates.lastHour()
    memory.vitals.tell({ streams: streams.length === 0 ? undefined : streams })
  }
  const screen = screenLink({
    author,
    faults,
    monotonicMs: device.monotonicMs,
    shown: ({ acknowledgement }) => parts.alerts.shown(acknowledgement),
    plays,
    screenFault: (code, detail) => {
      slates.told(code, detail)
      tellSlates()
      parts.content.screenFault(code, detail).catch((error: unknown) => faults.report('content', faultText(error)))
    },
    graphics: (found) => log.info(found, 'who draws the streets beneath maps'),
    reportChanged: () => wake.health(),
  })
  const sight = sightOf(core)
  const host = hostDesk()
  const power = await startPower({
    config: config.power,
    path: memory.data.power,
    bootId: device.bootId,
    author,
    faults,
    vitals: memory.vitals,
    log,
    now: memory.clock.now,
    monotonicMs: device.monotonicMs,
  })
  const { session, servers } = parts
  const origin = originLine()
  const live = {
    relay: relayLine({ session, server: servers.current, fetch, monotonicMs: device.monotonicMs }),
    origin,
  }
  const loopback = await startLoopback({
    port: config.port,
    requestMs: config.timing.screenRequestMs,
    screenFolder: config.screenFolder,
    author,
    store: memory.store,
    mediaTypeOf: parts.content.mediaTypeOf,
    archive: {
      placeOf: parts.content.archive.placeOf,
      line: archiveLine({ session, server: servers.current, fetch }),
    },
    streams: () => author.state().programme?.streams ?? [],
    link: screen,
    sight,
    host,
    hostPower: power.host,
    faults,
    live,
  }).catch(async (error: unknown) => {
    origin.close()
    await power.close()
    throw error
  })
  const watching = setInterval(() => {
    sight.watch()
    // An hour passes without anybody's doing.
    tellSlates()
  }, WATCH_SIGHT_MS)
  return {
    url: loopback.url,
    screen,
    host,
    close: async () => {
      clearInterval(watching)
      await power.close()
      screen.close()
      plays.close()
      await memory.plays.log.close()
      await loopback.close()
      origin.close()
    },
  }
}

/** What the host of the glass reads off its pixels is compared with what `direct` has on the glass. */
function sightOf({ memory, parts, device, clockNow }: Core): Sight {
  const { author, clock, faults } = memory
  return alertSight({
    wanted: () => onGlassNow(author.state(), clockNow()),
    acknowledge: parts.acks.send,
    faults,
    now: clock.now,
    monotonicMs: device.monotonicMs,
  })
}
