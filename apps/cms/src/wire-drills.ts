import { ALERT_TEMPLATES, emptyBook } from '@akari/alerts'
import { sampleTelegram, sampleTelegrams } from '@akari/content-samples'
import type {
  Alert,
  Channel,
  ChannelDesk,
  DisplayView,
  DrillInput,
  DrillTelegram,
  Holiday,
  Id,
  Place,
} from '@akari/protocol'
import type { Logger } from 'pino'
import { CITY } from './config/city.ts'
import type { Databases } from './db/database.ts'
import type { AlertChannels } from './features/alerts/alert-channels.ts'
import type { AlertsService } from './features/alerts/alerts.service.ts'
import { operatorAlert } from './features/alerts/operator-alert.ts'
import { readMessage } from './features/alerts/read-message.ts'
import { timelineStore } from './features/alerts/timeline.store.ts'
import { auditStore } from './features/audit/audit.store.ts'
import type { DrillDesk, Sent } from './features/drills/drill-matter.ts'
import { localDate, localTime } from './features/drills/drill-times.ts'
import { addDrillRoutes } from './features/drills/drills.routes.ts'
import { drillsService } from './features/drills/drills.service.ts'
import { drillsStore } from './features/drills/drills.store.ts'
import { drillAlertOf, madeDrill } from './features/drills/made-drill.ts'
import { practiceOf } from './features/drills/practice.ts'
import { pause } from '@akari/node-kit'
import { addSelfTestRoutes } from './features/self-test/self-test.routes.ts'
import { selfTestService } from './features/self-test/self-test.service.ts'
import { selfTestStore } from './features/self-test/self-test.store.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import { usersStore } from './features/users/users.store.ts'
import { type Actor, nameOf } from './http/actor.ts'
import type { Api } from './http/api.ts'
import { AppError } from './http/app-error.ts'
import type { Metrics } from './http/metrics.ts'
import type { Job } from './jobs.ts'

type Deps = ServiceDeps & {
  api: Api
  databases: Databases
  place: Place
  alerts: Pick<AlertsService, 'raise' | 'post' | 'end'>
  channels: AlertChannels
  /** When this server handed a state to its sockets; null when it did not. */
  broadcastAt: (channel: Channel, revision: number) => Date | null
  displays: () => Promise<readonly DisplayView[]>
  holidays: () => Promise<readonly Holiday[]>
  metrics: Metrics['selfTest']
  log: Logger
}

/** Wires drills and the self-test: both press the buttons of the desk, on the drill channel only. */
export function wireDrills(deps: Deps) {
  const { api, databases, channels, now, log } = deps
  const answers = timelineStore(databases.alerts).answers
  const desk = drillDesk(deps)
  const answersOnDrill = (epoch: number, first: number, last: number) => answers('drill', epoch, first, last)
  const liveAlert = (): Alert | null =>
    channels
      .held('live')
      .state.alerts.find(({ phase, presentation }) => phase === 'inForce' && presentation.mode === 'fullScreen') ?? null
  const announce = () => deps.announce('drills')

  const drills = drillsService({
    ...deps,
    store: drillsStore(databases.main),
    desk,
    announce,
    liveAlert,
    node: deps.newId(),
    timeZone: CITY.timeZone,
    telegrams: telegramsThatRaise(desk, now()),
    wouldShow: ({ drill }, at) => channels.wouldShow({ ...emptyBook(), drill }, 'drill', at),
    channel: () => channels.held('drill').state,
    answers: answersOnDrill,
  })
  const selfTest = selfTestService({
    ...deps,
    store: selfTestStore(databases.main),
    raise: desk.raise,
    end: desk.end,
    broadcastAt: ({ revision }) => deps.broadcastAt('drill', revision),
    answers: answersOnDrill,
    announce,
    liveAlert,
    wallClock: () => {
      const at = now().toISOString()
      return { date: localDate(at, CITY.timeZone), time: localTime(at, CITY.timeZone) }
    },
    pause,
    measured: (run) => {
      deps.metrics.runs.inc({ outcome: run.outcome })
      if (run.outcome === 'passed') deps.metrics.lastPassed.set(now().getTime() / 1000)
      for (const stage of ['broadcast', 'received', 'shown', 'seen'] as const) {
        const ms = run[`${stage}Ms`]
        if (ms !== null) deps.metrics.seconds.set({ stage }, ms / 1000)
      }
    },
  })
  const practice = () =>
    practiceOf({
      users: usersStore(databases.main).list,
      latest: auditStore(databases.main).latest,
      now,
      timeZone: CITY.timeZone,
    })
  addDrillRoutes(api, drills, practice)
  addSelfTestRoutes(api, selfTest)
  const jobs: Job[] = [
    { name: 'drills', cron: '* * * * * *', run: drills.tick },
    { name: 'self-test', cron: '*/10 * * * * *', run: selfTest.tick },
  ]
  log.debug({ jobs: jobs.length }, 'drills wired')
  return {
    jobs,
    seed: {
      list: async () => (await drills.board()).plans,
      add: (actor: Actor, drill: DrillInput) => drills.save(actor, null, drill),
    },
    close: selfTest.close,
  }
}

/** The functions behind the desk's buttons; nothing here can name the live channel. */
function drillDesk({ alerts, channels, place, now }: Deps): DrillDesk {
  const sentOf = ({ epoch, revision, issuedAt }: ChannelDesk): Sent => ({ epoch, revision, issuedAt })
  return {
    rehearse: (actor, { templateId, target, minutes, requestId }, at) => {
      const template = ALERT_TEMPLATES.find(({ id }) => id === templateId)
      if (template === undefined) return null
      const { hazard, level, presentation, words } = template
      const id = `operator:${requestId}`
      const press = { id, channel: 'drill' as const, target, minutes, endsBy: 'clock' as const, at, approval: null }
      return operatorAlert({ hazard, level, presentation, words }, { ...press, issuer: CITY.issuer, by: nameOf(actor) })
    },
    raise: async (actor, input) => sentOf(await alerts.raise(actor, { ...input, channel: 'drill' }, 'clock')),
    telegramAlert: (telegram, at) => {
      const known = sampleTelegrams().some(({ file }) => file === telegram)
      if (!known) return null
      const xml = madeDrill(sampleTelegram(telegram).toString('utf8'), at.toISOString())
      const read = readMessage(new TextEncoder().encode(xml), telegram)
      return read.ok ? drillAlertOf(read.reading, place, at.toISOString()) : null
    },
    raiseAlert: async (actor, alert) => sentOf(await alerts.post(actor, 'drill', alert, false)),
    end: async (actor: Actor, id: Id, as) => {
      try {
        return sentOf(await alerts.end(actor, id, { channel: 'drill', as }))
      } catch (err) {
        if (!(err instanceof AppError) || err.code !== 'not-found') throw err
        const { epoch, revision } = channels.held('drill').state
        return { epoch, revision: revision + 1, issuedAt: now().toISOString() }
      }
    },
  }
}

/** Telegrams of the sample that are worth a drill here: each raises something on its own. */
function telegramsThatRaise(desk: DrillDesk, at: Date): DrillTelegram[] {
  return sampleTelegrams()
    .filter(({ file }) => !file.includes('drill') && desk.telegramAlert(file, at) !== null)
    .map(({ file, meaning }) => ({ telegram: file, meaning }))
}
