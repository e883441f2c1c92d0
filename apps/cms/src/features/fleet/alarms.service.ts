import type { ConsoleTopic, DisplayView, WatchSettings, WatchView } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { Audit } from '../service-deps.ts'
import { isLongMissed, isQuiet, missedSince } from './absence.ts'
import { alarmMail, type Occasion, type Over, type Told, toldOver } from './alarm-mail.ts'
import type { Alarm, AlarmsStore } from './alarms.store.ts'
import texts from './fleet.texts.json' with { type: 'json' }
import type { MailOutbox } from './mail-outbox.ts'
import type { SendMail } from './mailer.ts'
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

/** Displays that come back one after another are told of in one mail; one that goes away again meanwhile is not told of. */
const GATHER_MS = 180_000
/** Those whose silence began so shortly after are told along, so that a whole floor is one mail. */
const ALONG_MS = 60_000

/**
 * Misses displays and tells people: by mail, and through the audit log every webhook about displays. Each absence is told
 * once, again as often as the settings say, and its end once; several at a time are one mail.
 */
export function alarmsService(deps: Deps) {
  const { store, settings, outbox, now, audit } = deps
  const listeningSince = now()
  type Look = { wanted: WatchSettings; displays: readonly DisplayView[]; alarms: readonly Alarm[] }

  async function raiseMissed({ wanted, displays, alarms }: Look): Promise<Told[]> {
    const raised = new Set(alarms.map(({ displayId }) => displayId))
    const missed = displays.flatMap((display) => {
      const since = missedSince(display, listeningSince)
      return since === null || raised.has(display.id) ? [] : [{ display, since }]
    })
    if (!missed.some(({ since }) => isLongMissed(since, wanted, now()))) return []
    const along = new Date(now().getTime() + ALONG_MS)
    const told: Told[] = []
    for (const { display, since } of missed) {
      if (!isLongMissed(since, wanted, along)) continue
      // People are told when it was last heard, which may be before this server listened.
      const lastHeardAt = display.lastSeenAt ?? since
      if (!(await store.raise(display.id, lastHeardAt, now().toISOString()))) continue
      await audit(WATCH, 'display.offline', display.id, { name: display.profile.name, since: lastHeardAt })
      told.push({ display, since: lastHeardAt })
    }
    return told
  }

  async function remind({ wanted, displays, alarms }: Look): Promise<Told[]> {
    const { remindEveryMinutes } = wanted
    if (remindEveryMinutes === null) return []
    const isDue = (alarm: Alarm): boolean =>
      alarm.backAt === null && now().getTime() - Date.parse(alarm.toldAt) >= remindEveryMinutes * 60_000
    if (!alarms.some(isDue)) return []
    const byId = new Map(displays.map((display) => [display.id, display]))
    const told: Told[] = []
    // Whoever is told again of one is told of all that are away, in one mail.
    for (const alarm of alarms) {
      const display = byId.get(alarm.displayId)
      if (display === undefined || alarm.backAt !== null || missedSince(display, listeningSince) === null) continue
      // It may have come and gone again since it was told of first.
      const since = display.lastSeenAt ?? alarm.since
      if (await store.remind(alarm, now().toISOString())) told.push({ display, since })
    }
    return told
  }

  /** Alarms end when the display is heard again; of one that was removed, unpaired or is being worked on nobody is told. */
  async function endOver({ displays, alarms }: Look): Promise<Over[]> {
    const byId = new Map(displays.map((display) => [display.id, display]))
    const back: (Over & { backAt: string })[] = []
    let away = 0
    for (const { displayId, since, reminded, backAt } of alarms) {
      const display = byId.get(displayId)
      if (display !== undefined && missedSince(display, listeningSince) !== null) {
        away += 1
        if (backAt !== null) await store.setBack(displayId, null)
      } else if (display?.status === 'online' || display?.status === 'trouble') {
        const at = backAt ?? now().toISOString()
        if (backAt === null) await store.setBack(displayId, at)
        back.push({ display, since, reminded, backAt: at })
      } else await store.end(displayId)
    }
    const isTime = away === 0 || back.some(({ backAt }) => now().getTime() - Date.parse(backAt) >= GATHER_MS)
    const told: Over[] = []
    for (const { display, since, reminded } of isTime ? back : []) {
      if (!(await store.end(display.id))) continue
      await audit(WATCH, 'display.back', display.id, { name: display.profile.name, since })
      told.push({ display, since, reminded })
    }
    return told
  }

  const mail = (
    occasion: Occasion,
    to: readonly string[],
    told: readonly Told[],
    { wanted, displays }: Look,
  ): Promise<void> =>
    told.length === 0
      ? Promise.resolve()
      : outbox.put(
          alarmMail({
            occasion,
            to,
            told,
            displays,
            settings: wanted,
            publicUrl: deps.publicUrl,
            timeZone: deps.timeZone,
          }),
        )

  return {
    view: async (): Promise<WatchView> => ({
      settings: await settings.read(),
      mail: deps.mail,
      ...(await outbox.state()),
      alarms: (await store.list())
        .filter(({ backAt }) => backAt === null)
        .map(({ displayId, since, raisedAt }) => ({ displayId, since, raisedAt })),
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
      const look = { wanted: await settings.read(), displays: await deps.displays(), alarms: await store.list() }
      const back = await endOver(look)
      const isTime = deps.emergency() || !isQuiet(look.wanted, now(), deps.timeZone)
      const still = isTime ? await remind(look) : []
      const missed = isTime ? await raiseMissed(look) : []
      const { mailTo, alsoTo } = look.wanted
      await mail('missed', mailTo, missed, look)
      await mail('still', [...new Set([...mailTo, ...alsoTo])], still, look)
      for (const { to, told } of toldOver(back, look.wanted)) await mail('back', to, told, look)
      if (missed.length + still.length + back.length > 0) deps.announce('fleet')
    },
    /** Sends what waits; for a job. */
    deliver: async (): Promise<void> => {
      if (deps.mail !== null && (await outbox.sendDue())) deps.announce('fleet')
    },
  }
}
