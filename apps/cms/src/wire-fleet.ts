import type { DisplayView, Id } from '@akari/protocol'
import { CITY } from './config/city.ts'
import type { Config } from './config/config.ts'
import type { MainDatabase } from './db/database.ts'
import type { StoredDisplay } from './features/displays/displays.store.ts'
import { alarmsService } from './features/fleet/alarms.service.ts'
import { alarmsStore } from './features/fleet/alarms.store.ts'
import { evidenceStore } from './features/fleet/evidence.store.ts'
import { mailOutbox } from './features/fleet/mail-outbox.ts'
import { mailer, mailServerOf, type SendMail } from './features/fleet/mailer.ts'
import { addOrderRoutes } from './features/fleet/orders.routes.ts'
import { ordersService } from './features/fleet/orders.service.ts'
import { ordersStore } from './features/fleet/orders.store.ts'
import { watchSettingsStore } from './features/fleet/watch-settings.store.ts'
import { addWatchRoutes } from './features/fleet/watch.routes.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import type { Api } from './http/api.ts'
import type { Job } from './jobs.ts'

type Deps = ServiceDeps & {
  api: Api
  db: MainDatabase
  config: Pick<Config, 'mail' | 'publicUrl'>
  records: () => Promise<readonly StoredDisplay[]>
  displays: () => Promise<readonly DisplayView[]>
  emergency: () => boolean
  wishesChanged: (displayId: Id) => void
}

const NO_MAIL: SendMail = async () => ({ fault: 'no mail server' })

/** Wires what watches over the displays: orders to them, what they hand in, alarms and mails. */
export function wireFleet({ api, db, config, records, displays, emergency, wishesChanged, ...common }: Deps) {
  const { now, newId, audit, announce } = common
  const settings = watchSettingsStore(db)
  const orders = ordersService({
    ...common,
    store: ordersStore(db),
    evidence: evidenceStore(db),
    settings,
    displays: records,
    emergency,
    showingEmergency: async () =>
      new Set((await displays()).filter(({ health }) => health?.onGlass?.layer === 'emergency').map(({ id }) => id)),
    wishesChanged,
  })
  const send = config.mail === null ? NO_MAIL : mailer(config.mail)
  const outbox = mailOutbox({ db, send, now, newId })
  const alarms = alarmsService({
    store: alarmsStore(db),
    settings,
    outbox,
    send,
    mail: config.mail === null ? null : { server: mailServerOf(config.mail), from: config.mail.from },
    displays,
    emergency,
    publicUrl: config.publicUrl,
    timeZone: CITY.timeZone,
    now,
    audit,
    announce,
  })
  addOrderRoutes(api, orders)
  addWatchRoutes(api, alarms)
  return {
    /** Writes to those who watch over the displays. */
    tell: async (mail: { subject: string; body: string }): Promise<void> => {
      await outbox.put({ to: (await settings.read()).mailTo, ...mail })
    },
    jobs: [
      { name: 'orders', cron: '*/10 * * * * *', run: orders.expire },
      { name: 'orders-old', cron: '47 3 * * *', run: orders.housekeep },
      { name: 'missed-displays', cron: '*/10 * * * * *', run: alarms.look },
      { name: 'mail', cron: '*/5 * * * * *', run: alarms.deliver },
    ] satisfies readonly Job[],
  }
}
