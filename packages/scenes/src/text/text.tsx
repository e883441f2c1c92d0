import { type Language, rubyParts, type Texts, textIn, withoutRuby, withReadingsAbove } from '@akari/protocol'
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

/**
 * A line of known language, broken only between phrases; readings stand above what they belong to, those that easy Japanese has in brackets
 * (`漢字（かんじ）`) as well as marked ones (`漢字《かんじ》`).
 */
export function Line({ text, language }: { text: string; language: Language }): ReactElement {
  return (
    <span lang={language} className="ak-text">
      {marked(text, language)
        .split('\n')
        .map((line, index) => (
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
      <WithReadings text={marked(text, language)} />
    </span>
  )
}

function marked(text: string, language: Language): string {
  return language === 'ja-x-easy' ? withReadingsAbove(text) : text
}

function Phrase({ text, language }: { text: string; language: Language }): ReactElement {
  if (language === 'ja' || language === 'ja-x-easy') {
    const word = text.trimEnd()
    const bare = withoutRuby(word)
    // A browser would end a line after a reading, between 早 and く.
    if (bare === word) return <>{text}</>
    if (bare.length > LONGEST_WHOLE) return <LongPhrase text={text} />
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

/** Too long for a narrow line: it may be torn, but not between a kanji and its own kana. */
function LongPhrase({ text }: { text: string }): ReactElement {
  return (
    <>
      {withOwnKana(text).map(({ part, isWhole }, at) =>
        isWhole ? (
          <Fragment key={at}>
            {at > 0 && <wbr />}
            <span className="ak-whole">
              <WithReadings text={part} />
            </span>
          </Fragment>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </>
  )
}

/** What a browser would tear off a reading: the first kana behind it, and the point that ends it. */
const OWN_KANA = /^(?:\p{sc=Hiragana}{1,2}[、。]?|[、。])/u

/** A text cut into words with readings, each with what must not be torn off it, and what is between them. */
function withOwnKana(text: string): { part: string; isWhole: boolean }[] {
  const cut: { part: string; isWhole: boolean }[] = []
  for (const { base, reading } of rubyParts(text)) {
    const before = cut.at(-1)
    if (reading !== null) cut.push({ part: `｜${base}《${reading}》`, isWhole: true })
    else {
      const [kana = ''] = before?.isWhole === true ? (OWN_KANA.exec(base) ?? []) : []
      if (before !== undefined) before.part += kana
      if (base.length > kana.length) cut.push({ part: base.slice(kana.length), isWhole: false })
    }
  }
  return cut
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
