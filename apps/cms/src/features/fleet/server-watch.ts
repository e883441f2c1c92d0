import { faultText } from '@akari/node-kit'
import { sentence } from '../../sentence.ts'
import texts from './fleet.texts.json' with { type: 'json' }
import type { SendMail } from './mailer.ts'

const PATIENCE_MS = 10_000
/** One answer that got lost is no dead server. */
const MISSES = 3
/** Whoever slept through the first mail may hear the next. */
const REMIND_MS = 3_600_000

export type ServerWatch = {
  /** Looks once; says what became of it. */
  look: () => Promise<{ state: 'alive' | 'missed' | 'dead'; fault: string | null }>
}

type Deps = {
  /** Where people reach the server, for example `https://akari.example.lg.jp`. */
  url: string
  to: readonly string[]
  send: SendMail
  /** In which the time is told: the city's. */
  timeZone: string
  fetch: typeof globalThis.fetch
  now: () => Date
  /** Told when a mail was not taken; it is tried again at the next look. */
  notSent: (fault: string) => void
}

/**
 * Watches a CMS from another machine, because it cannot mail its own death: after three looks in a row without an answer
 * people are told, again every hour, and once more when it is back. `/healthz` answers only while both databases do.
 */
export function serverWatch(deps: Deps): ServerWatch {
  let misses = 0
  let deadSince: Date | null = null
  /** What people know, and since when. */
  let told: { state: 'alive' | 'dead'; at: Date } = { state: 'alive', at: deps.now() }
  const time = new Intl.DateTimeFormat('ja', { timeZone: deps.timeZone, dateStyle: 'short', timeStyle: 'short' })

  async function tell(state: 'alive' | 'dead', fault: string): Promise<void> {
    const values = { url: deps.url, since: time.format(deadSince ?? deps.now()), fault }
    const [subject, body] =
      state === 'dead' ? [texts.deadSubject, texts.deadBody] : [texts.aliveSubject, texts.aliveBody]
    const sent = await deps.send({ to: deps.to, subject: subject.ja, body: `${sentence(body, values)}\n` })
    if (sent.fault === null) told = { state, at: deps.now() }
    else deps.notSent(sent.fault)
  }

  return {
    look: async () => {
      const fault = await faultOf(deps)
      if (fault === null) {
        misses = 0
        if (told.state === 'dead') await tell('alive', '')
        deadSince = null
        return { state: 'alive', fault }
      }
      misses += 1
      deadSince ??= deps.now()
      if (misses < MISSES) return { state: 'missed', fault }
      const isOld = deps.now().getTime() - told.at.getTime() >= REMIND_MS
      if (told.state === 'alive' || isOld) await tell('dead', fault)
      return { state: 'dead', fault }
    },
  }
}

async function faultOf({ url, fetch }: Deps): Promise<string | null> {
  try {
    const response = await fetch(new URL('/healthz', url), {
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    await response.body?.cancel()
    return response.ok ? null : `HTTP ${response.status}`
  } catch (err) {
    return faultText(err)
  }
}
