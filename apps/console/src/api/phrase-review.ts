import {
  type ConfirmPhrases,
  type EndPhraseReport,
  type Language,
  LanguageInReview,
  LanguageReview,
  PhraseReport,
  type ReportPhrase,
  type WithdrawPhrases,
} from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

/** Every language of the emergency texts, with what waits. */
export function useLanguages() {
  return useQuery({
    queryKey: keys.phrases,
    queryFn: ({ signal }) => get(LanguageReview.array(), '/api/phrases', signal),
  })
}

/** One language: its texts, who stood for them, what was found wrong. */
export function useLanguage(language: Language) {
  return useQuery({
    queryKey: [...keys.phrases, language],
    queryFn: ({ signal }) => get(LanguageInReview, `/api/phrases/${language}`, signal),
  })
}

const changes = { touches: [keys.phrases, keys.desk], quiet: true } as const

export function useConfirmPhrases(language: Language) {
  return useWrite(
    (input: ConfirmPhrases) => send(LanguageReview, 'POST', `/api/phrases/${language}/confirmations`, input),
    changes,
  )
}

export function useWithdrawPhrases(language: Language) {
  return useWrite(
    (input: WithdrawPhrases) => send(LanguageReview, 'POST', `/api/phrases/${language}/withdrawals`, input),
    changes,
  )
}

export function useReportPhrase(language: Language) {
  return useWrite(
    (input: ReportPhrase) => send(PhraseReport, 'POST', `/api/phrases/${language}/reports`, input),
    changes,
  )
}

export function useEndReport(language: Language) {
  return useWrite(
    ({ id, end }: { id: string; end: EndPhraseReport }) =>
      send(PhraseReport, 'POST', `/api/phrases/${language}/reports/${encodeURIComponent(id)}/end`, end),
    changes,
  )
}
