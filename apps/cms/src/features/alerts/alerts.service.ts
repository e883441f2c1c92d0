import { ALERT_TEMPLATES, applyVerdicts, expire, type Place, verdictsOf } from '@akari/alerts'
import type {
  Acknowledgement,
  Alert,
  AlertBook,
  AlertDesk,
  AlertTemplate,
  Channel,
  ChannelDesk,
  Hello,
  TelegramResult,
  Texts,
} from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import type { Audit } from '../service-deps.ts'
import type { acknowledgements } from './acknowledgements.ts'
import type { AlertChannels, Change, ChannelRecord } from './alert-channels.ts'
import { epochAfterHearing } from './channel-state.ts'
import type { DisplayNow } from './delivery.ts'
import type { MessageReader } from './message-reader.ts'
import { operatorService } from './operator.service.ts'
import type { telegramLog } from './telegram-log.ts'
import { laterEndIsDue, looksDifferent } from './visible-change.ts'

const CHANNELS = ['live', 'drill'] as const satisfies readonly Channel[]

type Deps = {
  channels: AlertChannels
  acks: ReturnType<typeof acknowledgements>
  read: MessageReader['read']
  place: Place
  /** Who speaks when staff press a button: the city hall. */
  issuer: Texts
  now: () => Date
  audit: Audit
  said: ReturnType<typeof telegramLog>
  displays: () => Promise<readonly DisplayNow[]>
  policy: {
    /** Reads what staff changed at other servers. */
    refresh: () => Promise<unknown>
    /** Were these alerts handled by a newer version than this server knows? */
    isBehind: (alerts: readonly Alert[]) => boolean
    isUnreadable: () => boolean
  }
}

/** So long it waits to hear what other servers know. */
const PATIENCE_MS = 500

export type AlertsService = ReturnType<typeof alertsService>

/** Alerts of both channels: telegrams and presses come in, signed states and who has shown them come out. */
export function alertsService({
  channels,
  acks,
  read: readMessage,
  place,
  issuer,
  now,
  audit,
  said,
  displays,
  policy,
}: Deps) {
  const isoNow = () => now().toISOString()

  async function deskOf(channel: Channel): Promise<ChannelDesk> {
    const { state, stored } = channels.held(channel)
    const deliveries = acks.deliveries(channel, await displays())
    return { ...state, stored, deliveries, notShown: channels.notShown(channel) }
  }

  /** Changes one channel by `edit`; reports what the book said about it. */
  async function edit<T extends { book: AlertBook; change: { outcome: string; channel: Channel | null } }>(
    actor: Actor,
    cause: string,
    decide: (book: AlertBook) => T,
  ): Promise<{ applied: T; record: ChannelRecord | null }> {
    let applied: T | undefined
    const record = await channels.change((book) => {
      applied = decide(book)
      const change = changeOf(book, applied, nameOf(actor), cause)
      return change === null ? null : { ...change, announce: change.announce && isNews(applied.book, change.channel) }
    })
    if (applied === undefined) throw new Error('the queue did not ask for a decision')
    return { applied, record }
  }

  function isNews(book: AlertBook, channel: Channel): boolean {
    return looksDifferent(channels.held(channel).state.alerts, channels.wouldShow(book, channel))
  }

  const books = (): AlertBook => ({ live: channels.held('live').book, drill: channels.held('drill').book })

  /** What time alone has changed. A server that knows an older policy than the one in force leaves that to the others. */
  function afterTime(book: AlertBook, channel: Channel): Change | null {
    const { state } = channels.held(channel)
    const after = expire(book, isoNow())[channel]
    const next = channels.wouldShow({ ...book, [channel]: after }, channel)
    const isDue = looksDifferent(state.alerts, next) || laterEndIsDue(state, next, now().getTime())
    const announce = isDue && !policy.isBehind(state.alerts)
    if (!announce && after === book[channel]) return null
    return { channel, book: after, announce, actor: 'system', cause: 'time' }
  }

  /** Before a state goes out that no word and no press asked for. A slow database does not hold it up for long. */
  async function knowNewest(): Promise<void> {
    const known = policy.refresh().catch(() => undefined)
    await Promise.race([known, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())])
  }

  const operator = operatorService({ edit, refresh: channels.refresh, deskOf, issuer, now, audit })

  return {
    ...operator,
    envelopes: () => channels.envelopes(),
    templates: (): readonly AlertTemplate[] => ALERT_TEMPLATES,
    desk: async (): Promise<AlertDesk> => ({
      live: await deskOf('live'),
      drill: await deskOf('drill'),
      policyUnreadable: policy.isUnreadable(),
    }),

    /**
     * Takes a message of any source: a telegram of JMA, a CAP message, a frame of DMDATA. `fileName`: where it is known, since
     * some telegrams name their area nowhere else. Throws AppError `telegram-refused` for what cannot be read.
     */
    ingest: async (actor: Actor, bytes: Uint8Array, fileName: string | null = null): Promise<TelegramResult> => {
      const read = await readMessage(bytes, fileName)
      if (!read.ok) {
        said.refused(nameOf(actor), fileName, read.error)
        await audit(actor, 'telegram.refused', read.error.code)
        throw new AppError('telegram-refused', `${read.error.code}: ${read.error.message}`)
      }
      const { code, eventId } = read.reading
      const cause = `telegram ${code ?? read.reading.format} ${eventId ?? ''}`.trim()
      const { applied, record } = await edit(actor, cause, (book) =>
        applyVerdicts(book, verdictsOf(read.reading, place, isoNow()), isoNow()),
      )
      const { outcome, channel, reason, alertIds } = applied.change
      const revision = record?.state.revision ?? null
      const stored = record?.stored ?? true
      const result = { outcome, channel, reason, code, eventId, alertIds, revision, stored }
      said.taken(nameOf(actor), fileName, result)
      await audit(actor, 'telegram.accepted', code ?? read.reading.format, { outcome, channel, reason, eventId })
      return result
    },

    /** Ends what has expired, and sends what the passing of time changes on the glass; called every second. */
    tick: async (): Promise<void> => {
      for (const channel of CHANNELS) {
        if (afterTime(books(), channel)?.announce === true) await knowNewest()
        await channels.change((book) => afterTime(book, channel))
      }
    },

    /** A display told what it holds. When that is newer than anything issued here, this server was put back in time. */
    heard: async (displayId: string, hello: Hello): Promise<void> => {
      for (const heard of hello.alerts) {
        await channels.change((book) => {
          const epoch = epochAfterHearing(channels.held(heard.channel).state, heard)
          if (epoch === null) return null
          const cause = `display ${displayId} holds epoch ${heard.epoch} revision ${heard.revision}`
          return { channel: heard.channel, book: book[heard.channel], announce: true, actor: 'system', cause, epoch }
        })
      }
    },

    acknowledged: async (displayId: string, answers: readonly Acknowledgement[]): Promise<void> => {
      await Promise.all(answers.map((answer) => acks.add(displayId, answer)))
    },
  }
}

function changeOf(
  before: AlertBook,
  applied: { book: AlertBook; change: { outcome: string; channel: Channel | null } },
  actor: string,
  cause: string,
): Change | null {
  const { channel, outcome } = applied.change
  if (channel === null || applied.book[channel] === before[channel]) return null
  const announce = outcome === 'raised' || outcome === 'replaced' || outcome === 'cleared' || outcome === 'cancelled'
  return { channel, book: applied.book[channel], announce, actor, cause }
}
