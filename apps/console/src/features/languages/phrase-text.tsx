import { type Language, rubyParts } from '@akari/protocol'
import { Fragment, type ReactElement } from 'react'
import classes from './languages.module.css'

/** A text of the book in its own language and script, with readings above the kanji and its gaps marked as gaps. */
export function PhraseText({ text, language }: { text: string; language: Language }): ReactElement {
  return (
    <span lang={language} className={classes.text}>
      {text.split(/(\{\w+\})/).map((part, at) =>
        at % 2 === 1 ? (
          <span key={at} className={classes.gap}>
            {part}
          </span>
        ) : (
          <Fragment key={at}>{language === 'ja-x-easy' ? withReadings(part) : part}</Fragment>
        ),
      )}
    </span>
  )
}

function withReadings(text: string): ReactElement[] {
  return rubyParts(text).map(({ base, reading }, at) =>
    reading === null ? (
      <Fragment key={at}>{base}</Fragment>
    ) : (
      <ruby key={at}>
        {base}
        <rt>{reading}</rt>
      </ruby>
    ),
  )
}
