import { ALWAYS_CONFIRMED, bookFingerprint, inLanguages, phraseEntries } from '@akari/alerts'
import type { Alert, Channel, Id, Language } from '@akari/protocol'
import type { Logger } from 'pino'
import type { ChangeFeed } from './db/change-feed.ts'
import type { MainDatabase } from './db/database.ts'
import { confirmedLanguages } from './features/phrase-review/confirmed-languages.ts'
import type { PhraseBook } from './features/phrase-review/phrase-book.ts'
import { addPhraseReviewRoutes } from './features/phrase-review/phrase-review.routes.ts'
import { phraseReviewService } from './features/phrase-review/phrase-review.service.ts'
import { phraseReviewStore } from './features/phrase-review/phrase-review.store.ts'
import type { Audit } from './features/service-deps.ts'
import type { Api } from './http/api.ts'

type Deps = {
  db: MainDatabase
  now: () => Date
  newId: () => Id
  audit: Audit
  feed: ChangeFeed
  log: Logger
  /** Has the states in force made and sent again. */
  makeAgain: (cause: string) => Promise<void>
}

/** Wires who stands for the emergency texts of a language, and what that means for live alerts. */
export function wirePhrases({ db, now, newId, audit, feed, log, makeAgain }: Deps) {
  const store = phraseReviewStore(db)
  const book = phraseBook()
  const confirmed = confirmedLanguages({ book, store, changed: () => makeAgain('languages confirmed or withdrawn') })
  /** What was written stands; a node that cannot read it now reads it a moment later. */
  const refreshOrLater = (): Promise<void> =>
    confirmed.refresh().catch((err: unknown) => log.error({ err }, 'confirmed languages not read'))
  const review = phraseReviewService({
    store,
    book,
    now,
    newId,
    audit,
    changed: async () => {
      await refreshOrLater()
      feed.publish({ kind: 'phrases' })
    },
  })
  return {
    /** Real alerts speak only languages that somebody stands for; drills speak all of them. */
    spoken: (alerts: readonly Alert[], channel: Channel): Alert[] =>
      channel === 'drill' ? [...alerts] : alerts.map((alert) => inLanguages(alert, confirmed.allowed())),
    refresh: confirmed.refresh,
    /** At the start: a database that cannot be read keeps nobody from serving. */
    firstRefresh: refreshOrLater,
    addRoutes: (api: Api): void => addPhraseReviewRoutes(api, review),
  }
}

/** The book of this release, worked out once. */
function phraseBook(): PhraseBook {
  const entries = phraseEntries()
  const fingerprints = new Map<Language, string>()
  return {
    entries: () => entries,
    fingerprint: (language) => {
      const known = fingerprints.get(language) ?? bookFingerprint(language)
      fingerprints.set(language, known)
      return known
    },
    always: ALWAYS_CONFIRMED,
  }
}
