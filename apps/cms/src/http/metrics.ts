import type { Request, RequestHandler } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Actor } from './actor.ts'
import { AppError } from './app-error.ts'

export type Metrics = {
  alertSeconds: Histogram
  alertsBroadcast: Counter<'channel'>
  acknowledgements: Counter<'kind'>
  displays: Gauge<'status'>
  handler: (actorOf: (req: Request) => Promise<Actor>, beforeScrape: () => Promise<void>) => RequestHandler
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
    displays: new Gauge({
      name: 'akari_displays',
      help: 'Displays by status',
      labelNames: ['status'] as const,
      registers,
    }),
  }
  return {
    ...metrics,
    // Readable on the server itself, elsewhere with a token of scope metrics:read.
    handler: (actorOf, beforeScrape) => async (req, res) => {
      const actor = await actorOf(req)
      const allowed =
        actor.kind === 'local' ||
        (actor.kind === 'token' && actor.scope === 'metrics:read') ||
        (actor.kind === 'user' && actor.role === 'admin')
      if (!allowed) throw new AppError('unauthenticated')
      await beforeScrape()
      res.type(registry.contentType).send(await registry.metrics())
    },
  }
}
