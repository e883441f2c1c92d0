import type { Notice } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../parts/when.ts'
import { useWhyWords } from '../../parts/why-words.ts'

/** Says a notice: a sentence, and what somebody wrote or why it failed. */
export function useNoticeWords(): (notice: Notice) => { title: string; text: string } {
  const { t } = useTranslation()
  const when = useWhen()
  const whyWords = useWhyWords()
  return ({ kind, words }) => {
    const at = words['at'] === undefined || words['at'] === '' ? '' : when.dayAndTime(words['at'])
    return {
      title: t(`notices.kind.${kind}`, { ...words, at }),
      text: words['why'] === undefined ? (words['comment'] ?? '') : whyWords(words['why']),
    }
  }
}
