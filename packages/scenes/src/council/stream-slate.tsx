import type { KioskLanguage } from '@akari/protocol'
import { type ReactElement, use, useRef } from 'react'
import { useWantedLanguages } from '../stage/glass-context.ts'
import { useFit } from '../text/fit.ts'
import { Both } from './beside.tsx'
import { councilTexts } from './beside-texts.ts'
import { CouncilLine } from './council-line.tsx'
import type { CouncilWord } from './council-words.ts'
import { SecondLanguage } from './second-language.ts'
import { LEAST, TIGHT } from './sheet-fit.ts'

interface StreamSlateProps {
  word: CouncilWord
  language: KioskLanguage
  isSecondsTurn: boolean
}

/** In the place of the picture: what has become of it. */
export function StreamSlate({ word, language, isSecondsTurn }: StreamSlateProps): ReactElement {
  const sheet = useRef<HTMLDivElement>(null)
  const beside = [useWantedLanguages(), use(SecondLanguage) !== null]
  useFit(sheet, JSON.stringify([word, language, beside]), LEAST, TIGHT.sheet)
  return (
    <div className="ak-council-slate" data-turn={isSecondsTurn ? 'second' : 'first'} ref={sheet}>
      <i aria-hidden />
      <Both texts={councilTexts(word)}>
        <CouncilLine word={word} language={language} />
      </Both>
    </div>
  )
}
