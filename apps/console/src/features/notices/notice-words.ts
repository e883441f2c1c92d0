import type { Notice } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { ownLanguageOf } from '../../parts/trouble.tsx'
import { useWhen } from '../../parts/when.ts'

/** Says a notice: a sentence, and what somebody wrote or why it failed. */
export function useNoticeWords(): (notice: Notice) => { title: string; text: string } {
  const { t } = useTranslation()
  const when = useWhen()
  return ({ kind, words }) => {
    const at = words['at'] === undefined || words['at'] === '' ? '' : when.dayAndTime(words['at'])
    return {
      title: t(`notices.kind.${kind}`, { ...words, at }),
      text: ownLanguageOf(words['why'] ?? words['comment'] ?? ''),
    }
  }
}
