import type { Notify } from './features/notices/notices.service.ts'
import { addExplainRoutes } from './features/programme/explain.routes.ts'
import type { wireDisplays } from './wire-displays.ts'
import type { Emergency } from './wire-emergency.ts'
import { wireFleet } from './wire-fleet.ts'
import type { Ground } from './wire-ground.ts'
import { wireGuide } from './wire-guide.ts'
import { wirePlays } from './wire-plays.ts'
import { wireStreamAlarms } from './wire-streams.ts'
import type { Content } from './wire-publishing.ts'

type Deps = {
  displays: Awaited<ReturnType<typeof wireDisplays>>['displays']
  content: Content
  emergency: Emergency
  notify: Notify
}

/** Wires what stands on the glass and why, what was shown, and what watches over it. */
export async function wireGlass(ground: Ground, { displays, content, emergency, notify }: Deps) {
  const { api, accounts, config, databases, displayRecords, feed, common } = ground
  const { channels } = emergency
  const liveAlerts = () => channels.held('live').state.alerts
  const plays = await wirePlays({
    api,
    db: databases.main,
    feed,
    keepPlaysDays: config.keepPlaysDays,
    liveAlerts,
    displayNames: async () => new Map((await displayRecords.list()).map(({ id, profile }) => [id, profile.name])),
    broadcast: (values) => ground.sockets()?.broadcastValues(values),
    ...common,
  })
  const fleet = wireFleet({
    api,
    db: databases.main,
    config,
    records: displayRecords.list,
    displays: displays.list,
    emergency: () => liveAlerts().some(({ phase }) => phase === 'inForce'),
    wishesChanged: (displayId) => feed.publish({ kind: 'wishes', displayId }),
    ...common,
  })
  const streamAlarms = wireStreamAlarms({
    ...common,
    ...content.sittingStreams,
    db: databases.main,
    tell: fleet.tell,
    notify,
  })
  addExplainRoutes(api, {
    displays: displays.list,
    programmeFor: content.programmeFor,
    world: () => ({ alerts: (channel) => channels.held(channel).state, values: plays.values().values }),
    now: common.now,
  })
  wireGuide({
    api,
    db: databases.main,
    displays: displayRecords.list,
    programmeFor: content.programmeFor,
    playsBetween: plays.between,
    subjectsOf: accounts.subjectsOf,
    ...content.composed,
    now: common.now,
  })
  return { plays, jobs: [...plays.jobs, ...fleet.jobs, ...streamAlarms.jobs] }
}

export type Glass = Awaited<ReturnType<typeof wireGlass>>
