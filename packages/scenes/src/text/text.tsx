import { type Language, type Texts, textIn } from '@akari/protocol'
import { Fragment, type ReactElement } from 'react'
import { phrases } from './line-break.ts'

interface TextProps {
  texts: Texts
  language: Language
}

/** A text in the reader's language, or the nearest there is, marked with the language it really is in. */
export function Text({ texts, language }: TextProps): ReactElement {
  const shown = textIn(texts, language)
  return <Line text={shown.text} language={shown.language} />
}

/** A line of known language, broken only between phrases. */
export function Line({ text, language }: { text: string; language: Language }): ReactElement {
  return (
    <span lang={language} className="ak-text">
      {text.split('\n').map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          {phrases(line, language).map((phrase, at) => (
            <Fragment key={at}>
              {at > 0 && <wbr />}
              {phrase}
            </Fragment>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
