import { addPlayerRoutes } from './features/players/players.routes.ts'
import type { TellPeople } from './features/alerts/telegram-log.ts'
import { wireAlerts } from './wire-alerts.ts'
import type { wireDisplays } from './wire-displays.ts'
import type { Ground } from './wire-ground.ts'

/** So long media waits when an alert goes out: until the last display has painted it. */
const ALERT_GOES_FIRST_MS = 1500

type Devices = Awaited<ReturnType<typeof wireDisplays>>

export type Emergency = Awaited<ReturnType<typeof wireEmergency>>

/** Wires the way of an emergency to the displays, and their answers back. */
export async function wireEmergency(ground: Ground, { displays, displayList }: Devices) {
  const { api, accounts, config, databases, feed, gate, keys, log, metrics, place, common } = ground
  let tellPeople: TellPeople = () => {}
  const emergency = await wireAlerts({
    databases,
    keys,
    dataDir: config.dataDir,
    place,
    tellPeople: (...about) => tellPeople(...about),
    holdMedia: () => gate.hold(ALERT_GOES_FIRST_MS),
    log,
    now: common.now,
    newId: common.newId,
    feed,
    metrics,
    audit: accounts.audit,
    displays: displayList.read,
    sockets: ground.sockets,
    announceHere: ground.announceHere,
  })
  addPlayerRoutes(api, {
    players: accounts.players,
    envelopes: emergency.channels.envelopes,
    acknowledged: emergency.acknowledged,
    reported: displays.reported,
  })
  emergency.addRoutes(api)
  return {
    ...emergency,
    /** The sources, which tell people of messages in doubt, are wired after the alerts that they bring. */
    peopleAreToldBy: (tell: TellPeople): void => {
      tellPeople = tell
    },
  }
}
