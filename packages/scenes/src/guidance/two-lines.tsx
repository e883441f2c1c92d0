import type { Texts } from '@akari/protocol'
import type { ReactElement } from 'react'
import { languageInTurn, otherLanguages, type Turn } from '../emergency/rotation.ts'
import { Line } from '../text/text.tsx'

interface TwoLinesProps {
  className: string
  texts: Texts
  turn: Turn
  /** Nothing takes turns: the second line is in the language of who stands there, in English while nobody does. */
  still: boolean
}

/**
 * Where there is room for two lines and none may be small: Japanese, and below it one other language, English and the others in
 * turn. They lie on top of one another, so that nothing moves when the next one comes.
 */
export function TwoLines({ className, texts, turn, still }: TwoLinesProps): ReactElement {
  const others = otherLanguages(texts, turn.language)
  const english = texts.en === undefined ? [] : (['en'] as const)
  const chosen = others.find((language) => language === turn.language)
  const languages =
    chosen === undefined ? [...english, ...others] : [chosen, ...english, ...others.filter((one) => one !== chosen)]
  const active = still ? (languages[0] ?? null) : languageInTurn(languages, turn)
  return (
    <div className={className}>
      <p data-first>
        <Line text={texts.ja} language="ja" />
      </p>
      <div className="ak-rotating">
        {languages
          .filter((language) => !still || language === active)
          .map((language) => (
            <p key={language} data-active={language === active} aria-hidden={language !== active}>
              <Line text={texts[language] ?? ''} language={language} />
            </p>
          ))}
      </div>
    </div>
  )
}
