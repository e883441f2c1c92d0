import { createHash } from 'node:crypto'
import { carefulGetter, faultText, JsonFile, type Validators } from '@akari/node-kit'
import { Instant } from '@akari/protocol'
import type { Logger } from 'pino'
import { z } from 'zod'
import { type AtomFeed, looksLikeAtom, readAtom } from '../http/atom.ts'
import { SourceError } from '../source-error.ts'
import type { SourceMonitor } from '../source-monitor.ts'
import { type Ingest, takeIn } from '../take-in.ts'

const LIMITS = { maxBytes: 5_000_000, timeoutMs: 20_000 }
const TRIES = 5
const MOST_SEEN = 5000

/** What was taken in already: the version of a feed's entry, or the digest of a single file. */
const CapState = z.object({ seen: z.record(z.string(), Instant) })
type CapState = z.infer<typeof CapState>

type Deps = {
  /** A CAP file, or an Atom feed that links to CAP files on its own origin. */
  url: URL
  /** Hosts whose private addresses were allowed by whoever runs the server. */
  privateHosts: readonly string[]
  userAgent: string
  statePath: string
  ingest: Ingest
  monitor: SourceMonitor
  /** Which alerts came from here, so that its silence can be told on them. */
  onAlerts: (alertIds: readonly string[]) => Promise<void>
  now: () => Date
  log: Logger
}

/** Polls one address for CAP messages: asked for conditionally, each message taken in once. */
export async function openCapPoll({ url, monitor, ingest, onAlerts, now, log, ...deps }: Deps) {
  const file = new JsonFile(CapState, deps.statePath)
  const loaded = await file.load()
  let state: CapState = loaded.state === 'ok' ? loaded.value : { seen: {} }
  let validators: Validators | undefined
  const triesOf = new Map<string, number>()
  const closing = new AbortController()
  const { signal } = closing
  const getter = carefulGetter({ userAgent: deps.userAgent, privateHosts: new Set(deps.privateHosts) })
  let running: Promise<void> | null = null

  async function take(bytes: Uint8Array, fileName: string, sentAt: Date | null): Promise<void> {
    const taken = await takeIn({ ingest, monitor }, bytes, { fileName, sentAt })
    if (taken.outcome === 'taken') await onAlerts(taken.result.alertIds)
  }

  /** Runs once for each key; what fails is tried again at the next polls, a few times. */
  async function once(key: string, run: () => Promise<void>): Promise<boolean> {
    if (!Object.hasOwn(state.seen, key)) {
      try {
        await run()
      } catch (err) {
        const tries = (triesOf.get(key) ?? 0) + 1
        triesOf.set(key, tries)
        report(err)
        if (tries < TRIES || signal.aborted) return false
      }
    }
    triesOf.delete(key)
    state.seen[key] = now().toISOString()
    return true
  }

  function report(err: unknown): void {
    if (signal.aborted) return
    monitor.failed(faultText(err))
    log.warn({ err, source: monitor.id }, 'cap poll')
  }

  async function takeLinked({ entries }: AtomFeed): Promise<boolean> {
    let complete = true
    for (const entry of entries.toSorted((a, b) => Date.parse(a.updated) - Date.parse(b.updated))) {
      const link = new URL(entry.link)
      const done = await once(`${link.href} ${entry.updated}`, async () => {
        if (link.origin !== url.origin) throw new SourceError(`${link.host} is not the feed's own host`)
        const got = await getter.get(link, { ...LIMITS, signal })
        if (got.status === 'fresh') await take(got.body, link.pathname, new Date(entry.updated))
      })
      complete &&= done
    }
    return complete
  }

  async function pollOnce(): Promise<void> {
    try {
      const got = await getter.get(url, { ...LIMITS, signal }, validators)
      if (got.status === 'fresh') {
        const feed = looksLikeAtom(got.body) ? readAtom(got.body, url) : null
        const digest = createHash('sha256').update(got.body).digest('hex')
        const complete =
          feed === null ? await once(digest, () => take(got.body, url.pathname, null)) : await takeLinked(feed)
        validators = complete ? got.validators : undefined
        state = newest(state)
        await file.save(state)
        if (!complete) return
      }
      monitor.heard()
    } catch (err) {
      report(err)
    }
  }

  return {
    /** One at a time: a second call joins the first. */
    poll: (): Promise<void> => {
      running ??= pollOnce().finally(() => {
        running = null
      })
      return running
    },
    close: async (): Promise<void> => {
      closing.abort()
      getter.close()
      await running
    },
  }
}

function newest({ seen }: CapState): CapState {
  const kept = Object.entries(seen).toSorted(([, a], [, b]) => Date.parse(b) - Date.parse(a))
  return { seen: Object.fromEntries(kept.slice(0, MOST_SEEN)) }
}
