import { type Language, rubyParts, type Texts, textIn, withoutRuby } from '@akari/protocol'
import { phrases } from '@akari/text'
import { Fragment, type ReactElement } from 'react'

/** Characters of a word with readings that every line has room for. */
const LONGEST_WHOLE = 6

interface TextProps {
  texts: Texts
  language: Language
}

/** A text in the reader's language, or the nearest there is, marked with the language it really is in. */
export function Text({ texts, language }: TextProps): ReactElement {
  const shown = textIn(texts, language)
  return <Line text={shown.text} language={shown.language} />
}

/** A line of known language, broken only between phrases; readings (`漢字《かんじ》`) stand above what they belong to. */
export function Line({ text, language }: { text: string; language: Language }): ReactElement {
  return (
    <span lang={language} className="ak-text">
      {text.split('\n').map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          {phrases(line, language).map((phrase, at) => (
            <Fragment key={at}>
              {at > 0 && <wbr />}
              <Phrase text={phrase} language={language} />
            </Fragment>
          ))}
        </Fragment>
      ))}
    </span>
  )
}

/** A few words that no line's end may tear apart: a time, a date. */
export function Whole({ text, language }: { text: string; language: Language }): ReactElement {
  return (
    <span lang={language} className="ak-text ak-whole">
      <WithReadings text={text} />
    </span>
  )
}

function Phrase({ text, language }: { text: string; language: Language }): ReactElement {
  if (language === 'ja' || language === 'ja-x-easy') {
    const word = text.trimEnd()
    const bare = withoutRuby(word)
    // A browser would end a line after a reading, between 早 and く.
    if (bare === word || bare.length > LONGEST_WHOLE) return <WithReadings text={text} />
    return (
      <>
        <span className="ak-whole">
          <WithReadings text={word} />
        </span>
        {text.slice(word.length)}
      </>
    )
  }
  // A browser's own dictionary would tear these words elsewhere.
  if (language === 'th' || language === 'my') return <span className="ak-whole">{text}</span>
  return <>{text}</>
}

function WithReadings({ text }: { text: string }): ReactElement {
  return (
    <>
      {rubyParts(text).map(({ base, reading }, at) =>
        reading === null ? (
          <Fragment key={at}>{base}</Fragment>
        ) : (
          <ruby key={at}>
            {base}
            <rt>{reading}</rt>
          </ruby>
        ),
      )}
    </>
  )
}
