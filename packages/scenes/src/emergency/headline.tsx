import type { Language } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Line } from '../text/text.tsx'
import { withoutGloss } from './alert-pages.ts'

/** The name of an alert on a line of its own; what its brackets explain gives way where it is tight. */
export function Headline({ text, language }: { text: string; language: Language }): ReactElement {
  const name = withoutGloss(text)
  const gloss = text.slice(name.length)
  return (
    <p lang={language}>
      <Line text={name} language={language} />
      {gloss.trim() !== '' && (
        <>
          {/^\s/u.test(gloss) ? ' ' : <wbr />}
          <span className="ak-gloss">
            <Line text={gloss.trim()} language={language} />
          </span>
        </>
      )}
    </p>
  )
}
