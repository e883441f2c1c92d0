import { ALERT_TEMPLATES, type Applied, applyOperator, correctAlert, endAlert, keepAlert } from '@akari/alerts'
import type {
  Alert,
  AlertBook,
  AlertTemplate,
  Channel,
  ChannelDesk,
  CorrectAlert,
  KeepAlert,
  RaiseAlert,
  Texts,
} from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import type { Audit } from '../service-deps.ts'
import { sentence } from '../../sentence.ts'
import { type EndsBy, minutesAfter, operatorAlert } from './operator-alert.ts'
import texts from './proposals.texts.json' with { type: 'json' }

type Deps = {
  /** Changes the books by what is decided on the newest ones; tells what became of it. */
  edit: (actor: Actor, cause: string, decide: (book: AlertBook) => Applied) => Promise<{ applied: Applied }>
  /** Reads what other nodes stored. */
  refresh: () => Promise<void>
  deskOf: (channel: Channel) => Promise<ChannelDesk>
  issuer: Texts
  now: () => Date
  audit: Audit
}

export type OperatorService = ReturnType<typeof operatorService>

/** What people press at the desk. None of it needs the main database. */
export function operatorService({ edit, refresh, deskOf, issuer, now, audit }: Deps) {
  const isoNow = () => now().toISOString()

  /** Changes what is in force. Throws AppError `not-found` when it is not, here or at another node. */
  async function change(actor: Actor, cause: string, decide: (book: AlertBook) => Applied): Promise<void> {
    let { applied } = await edit(actor, cause, decide)
    if (isMissing(applied)) {
      // It may have been raised at another node a moment ago.
      await refresh()
      applied = (await edit(actor, cause, decide)).applied
    }
    if (isMissing(applied)) throw new AppError('not-found')
  }

  /** Raises an alert once: its id again changes nothing, also when it is over by now. */
  function raiseOnce(actor: Actor, channel: Channel, alert: Alert, cause: string): Promise<unknown> {
    return edit(actor, cause, (book) =>
      Object.hasOwn(book[channel].slots, alert.id)
        ? { book, change: { outcome: 'unchanged', channel, reason: 'duplicate', transition: null, alertIds: [] } }
        : applyOperator(book, channel, alert),
    )
  }

  return {
    /** A press of a fixed template. The same `requestId` again changes nothing. */
    raise: async (actor: Actor, input: RaiseAlert, endsBy: EndsBy = 'person'): Promise<ChannelDesk> => {
      const { channel, target, minutes, requestId } = input
      const template = templateOf(input.templateId)
      if (template.drillOnly === true && channel === 'live')
        throw new AppError('words-refused', sentence(texts.drillOnly))
      // Made once: when another node was first it is decided again, but the press is not a later one.
      const alert = operatorAlert(lookOf(template), {
        id: `operator:${requestId}`,
        channel,
        target,
        minutes,
        endsBy,
        issuer,
        by: nameOf(actor),
        at: now(),
        approval: null,
      })
      await raiseOnce(actor, channel, alert, `template ${template.id}`)
      await audit(actor, `alert.raised.${channel}`, alert.id, { template: template.id, target })
      return deskOf(channel)
    },

    /** What a second person confirmed or one broke the glass for; `corrects`: it takes the place of the alert of its id. */
    post: async (actor: Actor, channel: Channel, alert: Alert, corrects: boolean): Promise<ChannelDesk> => {
      const cause = `${corrects ? 'correction' : 'message'} ${alert.approval?.kind ?? ''}`.trim()
      if (corrects) await change(actor, cause, (book) => correctAlert(book, channel, alert.id, isoNow(), () => alert))
      else await raiseOnce(actor, channel, alert, cause)
      const { target, approval } = alert
      const detail = {
        target,
        approval: approval?.kind ?? null,
        ...(approval?.kind === 'break-glass' ? { reason: approval.reason } : {}),
      }
      await audit(actor, `alert.${corrects ? 'corrected' : 'raised'}.${channel}`, alert.id, detail)
      return deskOf(channel)
    },

    /** Puts a fixed template in the place of an alert of the desk that was wrong, where it stands and as long. */
    correct: async (actor: Actor, id: string, { channel, templateId }: CorrectAlert): Promise<ChannelDesk> => {
      const template = templateOf(templateId)
      const sentAt = isoNow()
      await change(actor, `correction ${templateId}`, (book) =>
        correctAlert(book, channel, id, sentAt, ({ opensNetwork: _wrongly, ...wrong }) => ({
          ...wrong,
          ...lookOf(template),
          words: template.correction,
          source: { ...wrong.source, reference: nameOf(actor) },
          shelters: [],
          approval: null,
          sentAt,
        })),
      )
      await audit(actor, `alert.corrected.${channel}`, id, { template: templateId })
      return deskOf(channel)
    },

    /** It still holds: staff are asked again later. */
    keep: async (actor: Actor, id: string, { channel, minutes }: KeepAlert): Promise<ChannelDesk> => {
      const remindAt = minutesAfter(now(), minutes)
      await change(actor, `kept until ${remindAt}`, (book) => keepAlert(book, channel, id, remindAt, isoNow()))
      await audit(actor, `alert.kept.${channel}`, id, { remindAt })
      return deskOf(channel)
    },

    /** Staff end an alert: 解除, or 取消 when it was wrong. */
    end: async (actor: Actor, id: string, { channel, as }: { channel: Channel; as: 'cleared' | 'cancelled' }) => {
      await change(actor, `${as} ${id}`, (book) => endAlert(book, channel, id, as, isoNow()))
      await audit(actor, `alert.${as}.${channel}`, id)
      return deskOf(channel)
    },
  }
}

function templateOf(id: string): AlertTemplate {
  const template = ALERT_TEMPLATES.find((each) => each.id === id)
  if (template === undefined) throw new AppError('not-found')
  return template
}

function lookOf({ hazard, level, presentation, words, opensNetwork }: AlertTemplate) {
  return { hazard, level, presentation, words, ...(opensNetwork === undefined ? {} : { opensNetwork }) }
}

/** Nothing to change; a repeat of what is done already is no such case. */
function isMissing({ change: { outcome, reason } }: Applied): boolean {
  return outcome === 'unchanged' && (reason === 'unknown-alert' || reason === 'nothing-in-force')
}
