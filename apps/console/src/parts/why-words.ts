import { RecordingProblem } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { ownLanguageOf } from './trouble.tsx'

/** Says why something failed as it was told: what is wrong with a recording by its name, all else as a sentence in both languages. */
export function useWhyWords(): (why: string) => string {
  const { t } = useTranslation()
  return (why) => {
    const problem = RecordingProblem.safeParse(why)
    return problem.success ? t(`recordings.problem.${problem.data}`) : ownLanguageOf(why)
  }
}
