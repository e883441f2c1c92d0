import type { Texts } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Line } from '../text/text.tsx'
import { languageInTurn, otherLanguages, type Turn } from './rotation.ts'

interface RotatingLineProps {
  texts: Texts
  turn: Turn
  /** Does やさしい日本語 stand on a line of its own, so that it takes no turn here? */
  easyStands: boolean
}

/**
 * The third line: one language after the other. All of them lie on top of one another, so that the place is as large as
 * the longest needs from the first moment on, and nothing moves or changes size when the next one comes.
 */
export function RotatingLine({ texts, turn, easyStands }: RotatingLineProps): ReactElement | null {
  const languages = otherLanguages(texts, turn.language)
  const active = languageInTurn(
    languages.filter((one) => !easyStands || one !== 'ja-x-easy'),
    turn,
  )
  if (active === null) return null
  return (
    <div className="ak-rotating">
      {languages.map((language) => (
        <p
          key={language}
          className="ak-emergency-translation"
          data-easy={language === 'ja-x-easy'}
          data-active={language === active}
          aria-hidden={language !== active}
        >
          <Line text={texts[language] ?? ''} language={language} />
        </p>
      ))}
    </div>
  )
}
