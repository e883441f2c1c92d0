import {
  type ConfirmPhrases,
  type EndPhraseReport,
  type Id,
  Language,
  type LanguageInReview,
  type LanguageReview,
  type PhraseReport,
  type ReportPhrase,
  type WithdrawPhrases,
} from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { Audit } from '../service-deps.ts'
import type { PhraseBook } from './phrase-book.ts'
import type { PhraseReviewStore, StoredConfirmation } from './phrase-review.store.ts'
import texts from './phrase-review.texts.json' with { type: 'json' }
import { phrasesInReview, reviewOf, textOf, textsToConfirm } from './review-state.ts'

type Deps = {
  store: PhraseReviewStore
  book: PhraseBook
  now: () => Date
  newId: () => Id
  audit: Audit
  /** Takes what was written to the alerts in force, here and at the other nodes. */
  changed: () => Promise<void>
}

export type PhraseReviewService = ReturnType<typeof phraseReviewService>

/**
 * Who stands for the emergency texts of a language. Writes throw AppError `conflict` when the page was older than the
 * texts or than somebody else's decision, `not-found`, and `forbidden`.
 */
export function phraseReviewService({ store, book, now, newId, audit, changed }: Deps) {
  const at = () => now().toISOString()

  async function current(language: Language): Promise<StoredConfirmation | null> {
    return (await store.confirmations(language))[0] ?? null
  }

  async function reviewNow(language: Language): Promise<LanguageReview> {
    return reviewOf(book, language, await current(language), await store.reports(language))
  }

  async function openReport(language: Language, id: Id): Promise<PhraseReport> {
    const report = (await store.reports(language)).find((each) => each.id === id)
    if (report === undefined) throw new AppError('not-found')
    if (report.ended !== null) throw new AppError('conflict')
    return report
  }

  return {
    /** Every language of Akari, with what waits. */
    languages: async (): Promise<LanguageReview[]> => {
      const [confirmations, reports] = [await store.confirmations(null), await store.reports(null)]
      return Language.options.map((language) => {
        const newest = confirmations.find((each) => each.language === language) ?? null
        const own = reports.filter((report) => report.language === language)
        return reviewOf(book, language, newest, own)
      })
    },
    language: async (language: Language): Promise<LanguageInReview> => {
      const [confirmations, reports] = [await store.confirmations(language), await store.reports(language)]
      const newest = confirmations[0] ?? null
      return {
        review: reviewOf(book, language, newest, reports),
        fingerprint: book.fingerprint(language),
        phrases: phrasesInReview(book, language, newest),
        confirmations: confirmations.map(({ fingerprint: _fingerprint, texts: _texts, ...plain }) => plain),
        reports,
      }
    },
    /** From the next state on, the language stands in live alerts; the state in force is made again. */
    confirm: async (actor: Actor, language: Language, input: ConfirmPhrases): Promise<LanguageReview> => {
      const { state, holding } = await reviewNow(language)
      if (state.is === 'always') throw new AppError('conflict', sentence(texts.needsNone))
      if (state.is === 'confirmed') throw new AppError('conflict', sentence(texts.alreadyConfirmed))
      if (holding > 0) throw new AppError('conflict', sentence(texts.reportsOpen, { count: String(holding) }))
      const fingerprint = book.fingerprint(language)
      if (input.fingerprint !== fingerprint) throw new AppError('conflict', sentence(texts.textsChanged))
      const confirmed = textsToConfirm(book, language)
      const phrases = Object.keys(confirmed).length
      if (phrases === 0) throw new AppError('conflict', sentence(texts.nothingToConfirm))
      const { name, capacity, note } = input
      const done = await store.confirm({
        id: newId(),
        language,
        at: at(),
        by: nameOf(actor),
        userId: actor.kind === 'user' ? actor.id : null,
        name,
        capacity,
        note,
        phrases,
        fingerprint,
        texts: confirmed,
      })
      if (!done) throw new AppError('conflict')
      await changed()
      await audit(actor, 'phrases.confirmed', language, { person: name, capacity, note, phrases, fingerprint })
      return reviewNow(language)
    },
    /** From the next state on, the language no longer stands in live alerts. */
    withdraw: async (
      actor: Actor,
      language: Language,
      { confirmationId, reason }: WithdrawPhrases,
    ): Promise<LanguageReview> => {
      const newest = await current(language)
      if (newest === null) throw new AppError('not-found')
      if (newest.id !== confirmationId) throw new AppError('conflict')
      if (!(await store.withdraw(newest.id, { at: at(), by: nameOf(actor), reason }))) throw new AppError('conflict')
      await changed()
      await audit(actor, 'phrases.withdrawn', language, { person: newest.name, reason })
      return reviewNow(language)
    },
    /** «この文はおかしい». With `holds`, the language stays out of live alerts until the report ends. */
    report: async (actor: Actor, language: Language, { key, note, holds }: ReportPhrase): Promise<PhraseReport> => {
      const entry = book.entries().find((each) => each.key === key)
      const text = entry === undefined ? null : textOf(entry.texts, language)
      if (text === null) throw new AppError('not-found')
      if (holds && book.always.includes(language)) throw new AppError('conflict', sentence(texts.alwaysShown))
      if (holds && !decides(actor)) throw new AppError('forbidden', sentence(texts.mayNotHold))
      const report = { id: newId(), language, key, text, note, holds, at: at(), by: nameOf(actor), ended: null }
      await store.report(report)
      await changed()
      await audit(actor, 'phrases.reported', language, { phrase: key, note, holds })
      return report
    },
    /** Settled (mended, or found right) or taken back by who reported it. */
    endReport: async (
      actor: Actor,
      language: Language,
      id: Id,
      { as, note }: EndPhraseReport,
    ): Promise<PhraseReport> => {
      const report = await openReport(language, id)
      if (!decides(actor) && (as === 'resolved' || report.by !== nameOf(actor)))
        throw new AppError('forbidden', sentence(texts.notYours))
      const ended = { as, at: at(), by: nameOf(actor), note }
      if (!(await store.endReport(id, ended))) throw new AppError('conflict')
      await changed()
      await audit(actor, `phrases.report-${as}`, language, { phrase: report.key, note })
      return { ...report, ended }
    },
  }
}

/** May they change what live alerts say? Routes that only such people reach do not ask. */
function decides(actor: Actor): boolean {
  return actor.kind === 'local' || (actor.kind === 'user' && (actor.role === 'admin' || actor.role === 'disaster'))
}
