import type { ConsoleTopic, DisplayView, WatchSettings, WatchView } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { type Sentence, sentence } from '../sentence.ts'
import type { Audit } from '../service-deps.ts'
import { isLongMissed, isQuiet, missedSince } from './absence.ts'
import type { Alarm, AlarmsStore } from './alarms.store.ts'
import texts from './fleet.texts.json' with { type: 'json' }
import type { MailOutbox } from './mail-outbox.ts'
import type { Mail, SendMail } from './mailer.ts'
import type { WatchSettingsStore } from './watch-settings.store.ts'

/** Who raises alarms, in the audit log. */
const WATCH: Actor = { kind: 'source', id: 'watch', ip: 'localhost' }

type Deps = {
  store: AlarmsStore
  settings: WatchSettingsStore
  outbox: MailOutbox
  send: SendMail
  /** Null: no mail server is configured. */
  mail: WatchView['mail']
  displays: () => Promise<readonly DisplayView[]>
  /** Is a real emergency in force? Then it is never quiet. */
  emergency: () => boolean
  publicUrl: string | null
  timeZone: string
  now: () => Date
  audit: Audit
  announce: (topic: ConsoleTopic) => void
}

export type AlarmsService = ReturnType<typeof alarmsService>

type Told = { name: string; since: string }

/**
 * Misses displays and tells people: by mail, and through the audit log every webhook about displays. Each absence is told
 * once, and its end once; several at a time are one mail.
 */
export function alarmsService(deps: Deps) {
  const { store, settings, outbox, now, audit } = deps
  const listeningSince = now()

  async function raiseMissed(
    displays: readonly DisplayView[],
    raised: ReadonlyMap<string, Alarm>,
    wanted: WatchSettings,
  ): Promise<Told[]> {
    if (isQuiet(wanted, now(), deps.timeZone) && !deps.emergency()) return []
    const told: Told[] = []
    for (const display of displays) {
      const since = missedSince(display, listeningSince)
      if (since === null || raised.has(display.id) || !isLongMissed(since, wanted, now())) continue
      if (!(await store.raise({ displayId: display.id, since, raisedAt: now().toISOString() }))) continue
      const name = display.profile.name
      await audit(WATCH, 'display.offline', display.id, { name, since: display.lastSeenAt })
      told.push({ name, since: display.lastSeenAt ?? since })
    }
    return told
  }

  /** Alarms end when the display is heard again; of one that was removed, unpaired or is being worked on nobody is told. */
  async function endOver(displays: readonly DisplayView[], alarms: readonly Alarm[]): Promise<Told[]> {
    const byId = new Map(displays.map((display) => [display.id, display]))
    const told: Told[] = []
    for (const { displayId, since } of alarms) {
      const display = byId.get(displayId)
      if (display !== undefined && missedSince(display, listeningSince) !== null) continue
      if (!(await store.end(displayId)) || display === undefined) continue
      if (display.status !== 'online' && display.status !== 'trouble') continue
      const name = display.profile.name
      await audit(WATCH, 'display.back', displayId, { name, since })
      told.push({ name, since })
    }
    return told
  }

  function mailOf(subject: Sentence, lead: Sentence, told: readonly Told[], wanted: WatchSettings): Mail {
    const time = new Intl.DateTimeFormat('ja', { timeZone: deps.timeZone, dateStyle: 'short', timeStyle: 'short' })
    const values = { count: String(told.length), minutes: String(wanted.offlineAfterMinutes) }
    const inOne = (language: keyof Sentence): string =>
      [
        filled(lead[language], values),
        ...told.map(({ name, since }) => filled(texts.line[language], { name, since: time.format(new Date(since)) })),
        ...(deps.publicUrl === null ? [] : [filled(texts.consoleAt[language], { url: `${deps.publicUrl}/displays` })]),
      ].join('\n')
    return {
      to: wanted.mailTo,
      subject: filled(subject.ja, values),
      body: `${inOne('ja')}\n\n--\n\n${inOne('en')}\n`,
    }
  }

  return {
    view: async (): Promise<WatchView> => ({
      settings: await settings.read(),
      mail: deps.mail,
      ...(await outbox.state()),
      alarms: await store.list(),
    }),
    change: async (actor: Actor, to: WatchSettings): Promise<void> => {
      await settings.write(to)
      await audit(actor, 'watch.settings', 'watch', to)
      deps.announce('fleet')
    },
    /** Writes to the addresses that are saved, at once. Throws `order-refused` when there is no way to. */
    testMail: async (actor: Actor): Promise<{ fault: string | null }> => {
      const { mailTo } = await settings.read()
      if (deps.mail === null) throw new AppError('order-refused', sentence(texts.mailOff))
      if (mailTo.length === 0) throw new AppError('order-refused', sentence(texts.noAddress))
      await audit(actor, 'watch.test-mail', 'watch', { to: mailTo })
      const { ja, en } = texts.testBody
      return deps.send({ to: mailTo, subject: texts.testSubject.ja, body: `${ja}\n\n${en}\n` })
    },
    /** Looks at every display; for a job. */
    look: async (): Promise<void> => {
      const [wanted, displays, alarms] = [await settings.read(), await deps.displays(), await store.list()]
      const back = await endOver(displays, alarms)
      const missed = await raiseMissed(displays, new Map(alarms.map((alarm) => [alarm.displayId, alarm])), wanted)
      if (missed.length > 0) await outbox.put(mailOf(texts.offlineSubject, texts.offlineLead, missed, wanted))
      if (back.length > 0) await outbox.put(mailOf(texts.backSubject, texts.backLead, back, wanted))
      if (missed.length + back.length > 0) deps.announce('fleet')
    },
    /** Sends what waits; for a job. */
    deliver: async (): Promise<void> => {
      if (deps.mail !== null && (await outbox.sendDue())) deps.announce('fleet')
    },
  }
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap)
}
