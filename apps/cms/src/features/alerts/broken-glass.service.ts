import type { Alert, BreakGlass, BreakGlassRecord, Channel, ChannelDesk } from '@akari/protocol'
import type { Logger } from 'pino'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { Audit } from '../service-deps.ts'
import type { BrokenGlass, BrokenGlassStore } from './broken-glass.store.ts'
import type { OperatorService } from './operator.service.ts'
import type { ProposalsService } from './proposals.service.ts'
import texts from './proposals.texts.json' with { type: 'json' }

type Deps = {
  store: BrokenGlassStore
  proposals: Pick<ProposalsService, 'composed' | 'wentOut'>
  inForce: (channel: Channel) => readonly Alert[]
  post: OperatorService['post']
  now: () => Date
  log: Logger
  audit: Audit
  announce: () => void
}

export type BrokenGlassService = ReturnType<typeof brokenGlassService>

/** One person alone, at once, because waiting would be worse; and who has to hear of it afterwards. */
export function brokenGlassService({ store, proposals, inForce, post, now, log, audit, announce }: Deps) {
  /** Not in the database yet; it may be away. */
  const unsaved = new Map<string, BrokenGlass>()
  const saved = new Set<string>()
  const keyOf = ({ alertId, at }: BrokenGlass) => `${alertId} ${at}`

  function remember({ id, sentAt, approval, words, phase }: Alert): void {
    if (phase !== 'inForce' || approval?.kind !== 'break-glass') return
    const { by, reason } = approval
    const record = { alertId: id, at: sentAt, by, reason, headline: words.headline }
    if (!saved.has(keyOf(record))) unsaved.set(keyOf(record), record)
  }

  async function save(): Promise<void> {
    for (const [key, record] of unsaved) {
      await store.keep(record)
      unsaved.delete(key)
      saved.add(key)
    }
  }

  return {
    /** Raises it without waiting for the database; what the glass says is checked all the same. */
    breakGlass: async (actor: Actor, { id, message, reason }: BreakGlass): Promise<ChannelDesk> => {
      const { channel, corrects } = message
      const by = nameOf(actor)
      const composed = await proposals.composed(actor, { id, message })
      const alert: Alert = { ...composed, approval: { kind: 'break-glass', by, reason } }
      log.warn({ alertId: alert.id, channel, actor: by, reason }, 'alert sent out by one person alone')
      const desk = await post(actor, channel, alert, corrects !== null)
      // A repeat sent nothing out: what is in force tells when, and who it was.
      const out = desk.alerts.find((each) => each.id === alert.id)
      if (channel === 'live' && out !== undefined) {
        remember(out)
        await audit(actor, 'alert.break-glass', alert.id, { reason, headline: alert.words.headline.ja })
      }
      const later = Promise.all([save(), proposals.wentOut(actor, id)])
      later.then(announce, (err: unknown) => log.error({ err, alertId: alert.id }, 'break-glass not recorded yet'))
      return desk
    },

    /** What no administrator has acknowledged, oldest first. */
    open: async (): Promise<BreakGlassRecord[]> => {
      const kept = await store.open()
      const late = [...unsaved.values()].map((each) => ({ ...each, acknowledgedBy: null, acknowledgedAt: null }))
      const isKept = (record: BrokenGlass) => kept.some((each) => keyOf(each) === keyOf(record))
      return [...kept, ...late.filter((record) => !isKept(record))]
    },

    /** An administrator other than who did it has seen it. */
    acknowledge: async (actor: Actor, alertId: string): Promise<void> => {
      await save()
      const open = (await store.open()).filter((each) => each.alertId === alertId)
      if (open.length === 0) throw new AppError('not-found')
      if (open.some(({ by }) => by === nameOf(actor))) throw new AppError('forbidden', sentence(texts.ownGlass))
      await store.acknowledge(alertId, nameOf(actor), now().toISOString())
      await audit(actor, 'alert.break-glass.acknowledged', alertId)
      announce()
    },

    /** Called every few seconds: writes what the database has not yet, also what another node's alert tells of. */
    housekeep: async (): Promise<void> => {
      for (const alert of inForce('live')) remember(alert)
      await save()
    },
  }
}
