import type { Id, Instant, StreamHealth, StreamView, Texts } from '@akari/protocol'
import type { Actor } from '../../../http/actor.ts'
import { filled, type Sentence } from '../../../sentence.ts'
import type { Audit } from '../../service-deps.ts'
import type { StreamAlarmsStore } from './stream-alarms.store.ts'
import { streamAdvice } from './stream-advice.ts'
import texts from './stream-alarms.texts.json' with { type: 'json' }

/** Time to run to the chamber, and not so early that nobody has switched anything on yet. */
const BEFORE_MS = 10 * 60_000
/** A sitting that begins late is told of, too; later the recesses begin, in which a stream may rest. */
const AFTER_MS = 5 * 60_000
const KEEP_MS = 30 * 24 * 3_600_000
const WATCH: Actor = { kind: 'source', id: 'stream-watch', ip: 'localhost' }

export type ComingSitting = { id: Id; title: Texts; startsAt: Instant; streamId: Id | null }

type Deps = {
  store: StreamAlarmsStore
  /** Sittings that are not over. */
  coming: () => Promise<readonly ComingSitting[]>
  streams: () => Promise<readonly StreamView[]>
  pulseOf: (streamId: Id) => Pick<StreamHealth, 'state' | 'fault' | 'detail'>
  /** Tells those who watch over the displays. */
  tell: (mail: { subject: string; body: string }) => Promise<void>
  /** Tells staff in the console. */
  notify: (words: { name: string; at: Instant }) => Promise<void>
  timeZone: string
  now: () => Date
  audit: Audit
}

/**
 * Tells people ten minutes before a sitting that its stream is not there, once for each sitting, and that it is there after all.
 */
export function streamAlarms({ store, coming, streams, pulseOf, tell, notify, timeZone, now, audit }: Deps) {
  const clock = new Intl.DateTimeFormat('ja', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

  async function tellOf(occasion: 'missing' | 'there', sitting: ComingSitting, stream: StreamView): Promise<void> {
    const pulse = pulseOf(stream.id)
    const { state, detail } = pulse
    const startsAt = clock.format(new Date(sitting.startsAt))
    const inOne = (text: Sentence, language: keyof Sentence): string =>
      filled(text[language], {
        title: (language === 'en' ? sitting.title.en : undefined) ?? sitting.title.ja,
        stream: (language === 'en' ? stream.title.en : undefined) ?? stream.title.ja,
        state: texts.state[state][language],
        said: detail === null ? '' : filled(texts.said[language], { detail }),
        advice: (streamAdvice(pulse) ?? texts.advice)[language],
        startsAt,
      })
    const [subject, body] =
      occasion === 'missing' ? [texts.missingSubject, texts.missingBody] : [texts.thereSubject, texts.thereBody]
    await audit(WATCH, `stream.${occasion}`, stream.id, { name: sitting.title.ja, sittingId: sitting.id, state })
    await tell({ subject: inOne(subject, 'ja'), body: `${inOne(body, 'ja')}\n\n--\n\n${inOne(body, 'en')}\n` })
    if (occasion === 'missing') await notify({ name: sitting.title.ja, at: sitting.startsAt })
  }

  return {
    /** Looks at the streams of the sittings that are about to begin. */
    look: async (): Promise<void> => {
      const nowMs = now().getTime()
      const soon = (await coming()).filter(({ startsAt }) => {
        const inMs = Date.parse(startsAt) - nowMs
        return inMs <= BEFORE_MS && inMs >= -AFTER_MS
      })
      if (soon.length === 0) return
      const known = await streams()
      for (const sitting of soon) {
        const stream = known.find(({ id }) => id === sitting.streamId)
        if (stream === undefined) continue
        const { state } = pulseOf(stream.id)
        const at = now().toISOString()
        if (state === 'live') {
          if (await store.end(sitting.id, at)) await tellOf('there', sitting, stream)
        } else if (state !== 'unknown' && (await store.raise(sitting.id, at))) await tellOf('missing', sitting, stream)
      }
    },
    housekeep: (): Promise<void> => store.removeBefore(new Date(now().getTime() - KEEP_MS).toISOString()),
  }
}
