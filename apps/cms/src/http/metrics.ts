import type { Request, RequestHandler } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { type Actor, refusal } from './actor.ts'
import { AppError } from './app-error.ts'

export type Metrics = {
  alertSeconds: Histogram
  alertsBroadcast: Counter<'channel'>
  acknowledgements: Counter<'kind'>
  answerSeconds: Gauge<'channel' | 'kind'>
  displays: Gauge<'status'>
  /** Live alerts of the desk that are past their end time and wait for a person's word. */
  remindersDue: Gauge
  sources: SourceGauges
  selfTest: SelfTestMetrics
  feeds: FeedMetrics
  handler: (actorOf: (req: Request) => Promise<Actor>, beforeScrape: () => Promise<void>) => RequestHandler
}

/** Trips of the test message to the hidden canary. */
export type SelfTestMetrics = {
  runs: Counter<'outcome'>
  seconds: Gauge<'stage'>
  lastPassed: Gauge
}

/** How the sources of emergency information are; one series each, named by the source's id. */
export type SourceGauges = {
  up: Gauge<'source' | 'kind' | 'state'>
  silentSeconds: Gauge<'source'>
  errors: Gauge<'source'>
  bytesToday: Gauge<'source'>
}

/** How the feeds of buses, weather and news are; one series each, named by the feed's id. */
export type FeedMetrics = {
  up: Gauge<'feed' | 'kind' | 'state'>
  ageSeconds: Gauge<'feed'>
  polls: Counter<'feed' | 'outcome'>
}

/** Prometheus metrics; one registry for each server, so that tests can run several. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'akari_cms_' })
  const registers = [registry]
  const metrics = {
    alertSeconds: new Histogram({
      name: 'akari_alert_accept_to_broadcast_seconds',
      help: 'From accepting a telegram or a press to the broadcast of the new state',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1],
      registers,
    }),
    alertsBroadcast: new Counter({
      name: 'akari_alert_states_broadcast_total',
      help: 'Alert states broadcast',
      labelNames: ['channel'] as const,
      registers,
    }),
    acknowledgements: new Counter({
      name: 'akari_acknowledgements_total',
      help: 'Acknowledgements of displays',
      labelNames: ['kind'] as const,
      registers,
    }),
    answerSeconds: new Gauge({
      name: 'akari_alert_answer_seconds',
      help: 'From making the newest alert state to the latest answer of a display to it',
      labelNames: ['channel', 'kind'] as const,
      registers,
    }),
    remindersDue: new Gauge({
      name: 'akari_alert_reminders_due',
      help: 'Live alerts of the desk past their end time, waiting for a person to say whether they still hold',
      registers,
    }),
    displays: new Gauge({
      name: 'akari_displays',
      help: 'Displays by status',
      labelNames: ['status'] as const,
      registers,
    }),
  }
  return {
    ...metrics,
    sources: sourceGauges(registry),
    selfTest: selfTestMetrics(registry),
    feeds: feedMetrics(registry),
    // Readable on the server itself, elsewhere with a token of scope metrics:read.
    handler: (actorOf, beforeScrape) => async (req, res) => {
      const actor = await actorOf(req)
      const allowed =
        refusal(actor, { who: 'token', scope: 'metrics:read' }) === null ||
        (actor.kind === 'user' && actor.role === 'admin')
      if (!allowed) throw new AppError('unauthenticated')
      await beforeScrape()
      res.type(registry.contentType).send(await registry.metrics())
    },
  }
}

function selfTestMetrics(registry: Registry): SelfTestMetrics {
  const registers = [registry]
  return {
    runs: new Counter({
      name: 'akari_self_test_runs_total',
      help: 'Self-tests by outcome',
      labelNames: ['outcome'] as const,
      registers,
    }),
    seconds: new Gauge({
      name: 'akari_self_test_seconds',
      help: 'From accepting the latest test message to each stage',
      labelNames: ['stage'] as const,
      registers,
    }),
    lastPassed: new Gauge({
      name: 'akari_self_test_last_passed_timestamp_seconds',
      help: 'When a self-test passed last',
      registers,
    }),
  }
}

function feedMetrics(registry: Registry): FeedMetrics {
  const registers = [registry]
  return {
    up: new Gauge({
      name: 'akari_feed_up',
      help: '1 for a feed that is well, off or not asked yet, 0 for one that is down, frozen, held back or of another timetable',
      labelNames: ['feed', 'kind', 'state'] as const,
      registers,
    }),
    ageSeconds: new Gauge({
      name: 'akari_feed_age_seconds',
      help: 'Since a feed last gave something good',
      labelNames: ['feed'] as const,
      registers,
    }),
    polls: new Counter({
      name: 'akari_feed_polls_total',
      help: 'How often this server asked a feed, by what came of it',
      labelNames: ['feed', 'outcome'] as const,
      registers,
    }),
  }
}

function sourceGauges(registry: Registry): SourceGauges {
  const registers = [registry]
  const labelNames = ['source'] as const
  return {
    up: new Gauge({
      name: 'akari_source_up',
      help: '1 for a source of emergency information that is well, 0 for one that is late, failing or off',
      labelNames: ['source', 'kind', 'state'] as const,
      registers,
    }),
    silentSeconds: new Gauge({
      name: 'akari_source_silent_seconds',
      help: 'Since a source was last heard',
      labelNames,
      registers,
    }),
    errors: new Gauge({
      name: 'akari_source_errors',
      help: 'Failures of a source since the server started',
      labelNames,
      registers,
    }),
    bytesToday: new Gauge({
      name: 'akari_source_bytes_today',
      help: 'What a source sent over the line today',
      labelNames,
      registers,
    }),
  }
}
