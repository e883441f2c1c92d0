import type { KioskLanguage } from '@akari/protocol'
import { Fragment, type ReactElement } from 'react'
import { Line, Whole } from '../text/text.tsx'
import { councilWord, type CouncilWord } from './council-words.ts'

interface CouncilLineProps {
  word: CouncilWord
  language: KioskLanguage
  gaps?: Record<string, string>
  className?: string
}

/** A line that a sitting says by itself; what fills its gaps, a time, is never torn apart. */
export function CouncilLine({
  word,
  language,
  gaps = {},
  className = 'ak-sitting-line',
}: CouncilLineProps): ReactElement {
  const parts = councilWord(language, word).split(/\{(\w+)\}/)
  return (
    <p className={className} data-fits="width">
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          <Fragment key={at}>
            <wbr />
            <Whole text={gaps[part] ?? ''} language={language} />
          </Fragment>
        ) : (
          part !== '' && <Line key={at} text={part} language={language} />
        ),
      )}
    </p>
  )
}
