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
  const make = makers(registry)
  return {
    alertSeconds: new Histogram({
      name: 'akari_alert_accept_to_broadcast_seconds',
      help: 'From accepting a telegram or a press to the broadcast of the new state',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1],
      registers: [registry],
    }),
    alertsBroadcast: make.counter('akari_alert_states_broadcast_total', 'Alert states broadcast', ['channel']),
    acknowledgements: make.counter('akari_acknowledgements_total', 'Acknowledgements of displays', ['kind']),
    answerSeconds: make.gauge(
      'akari_alert_answer_seconds',
      'From making the newest alert state to the latest answer of a display to it',
      ['channel', 'kind'],
    ),
    remindersDue: make.gauge(
      'akari_alert_reminders_due',
      'Live alerts of the desk past their end time, waiting for a person to say whether they still hold',
      [],
    ),
    displays: make.gauge('akari_displays', 'Displays by status', ['status']),
    sources: sourceGauges(make),
    selfTest: selfTestMetrics(make),
    feeds: feedMetrics(make),
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

type Makers = ReturnType<typeof makers>

/** Metrics of one registry. */
function makers(registry: Registry) {
  const registers = [registry]
  return {
    gauge: <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
      new Gauge({ name, help, labelNames, registers }),
    counter: <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
      new Counter({ name, help, labelNames, registers }),
  }
}

function selfTestMetrics({ gauge, counter }: Makers): SelfTestMetrics {
  return {
    runs: counter('akari_self_test_runs_total', 'Self-tests by outcome', ['outcome']),
    seconds: gauge('akari_self_test_seconds', 'From accepting the latest test message to each stage', ['stage']),
    lastPassed: gauge('akari_self_test_last_passed_timestamp_seconds', 'When a self-test passed last', []),
  }
}

function feedMetrics({ gauge, counter }: Makers): FeedMetrics {
  return {
    up: gauge(
      'akari_feed_up',
      '1 for a feed that is well, off or not asked yet, 0 for one that is down, frozen, held back or of another timetable',
      ['feed', 'kind', 'state'],
    ),
    ageSeconds: gauge('akari_feed_age_seconds', 'Since a feed last gave something good', ['feed']),
    polls: counter('akari_feed_polls_total', 'How often this server asked a feed, by what came of it', [
      'feed',
      'outcome',
    ]),
  }
}

function sourceGauges({ gauge }: Makers): SourceGauges {
  return {
    up: gauge(
      'akari_source_up',
      '1 for a source of emergency information that is well, 0 for one that is late, failing or off',
      ['source', 'kind', 'state'],
    ),
    silentSeconds: gauge('akari_source_silent_seconds', 'Since a source was last heard', ['source']),
    errors: gauge('akari_source_errors', 'Failures of a source since the server started', ['source']),
    bytesToday: gauge('akari_source_bytes_today', 'What a source sent over the line today', ['source']),
  }
}
