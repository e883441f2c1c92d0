import { type KioskLanguage, type PosterDays, type PosterTimes, type Texts, withoutRuby } from '@akari/protocol'
import { Fragment, type ReactElement } from 'react'
import { QrCode } from '../builtin/qr-code.tsx'
import { Line, Text } from '../text/text.tsx'
import { daysWords, figuresIn, timesWords } from './poster-dates.ts'
import { posterWord, type PosterWord } from './poster-words.ts'

/** What every template is told besides its own fields. */
export interface PosterProps {
  title: Texts
  language: KioskLanguage
}

/** The title, and above it what kind of poster it is where the picture of it does not say so. */
export function PosterHead({ title, word, language }: PosterProps & { word?: PosterWord }): ReactElement {
  return (
    <header className="ak-poster-head">
      {word !== undefined && (
        <p className="ak-poster-kicker">
          <Word word={word} language={language} />
        </p>
      )}
      <h1 className="ak-poster-title" data-field="title" data-fits="width">
        <Text texts={title} language={language} />
      </h1>
    </header>
  )
}

/** A word of the poster's own. */
export function Word({
  word,
  language,
  gaps = {},
}: {
  word: PosterWord
  language: KioskLanguage
  gaps?: Record<string, string>
}): ReactElement {
  return <Line text={posterWord(language, word, gaps)} language={language} />
}

/** A line whose figures stand tall; no figure is torn from the word it counts. */
export function Figured({ line, language }: { line: string; language: KioskLanguage }): ReactElement {
  const parts = figuresIn(line)
  if (parts.every(({ figure }) => !figure)) return <Line text={line} language={language} />
  return (
    <span lang={language} className="ak-text ak-whole">
      {parts.map(({ text, figure }, at) =>
        figure ? (
          <b key={at} className="ak-poster-figure">
            {text}
          </b>
        ) : (
          <Fragment key={at}>{text}</Fragment>
        ),
      )}
    </span>
  )
}

/** A word of the poster's own whose gap holds figures; it may be broken before and after them. */
export function Filled({
  word,
  gap,
  language,
}: {
  word: PosterWord
  gap: string
  language: KioskLanguage
}): ReactElement {
  const [before = '', after = ''] = posterWord(language, word).split(/\{\w+\}/)
  return (
    <>
      {before !== '' && <Line text={before} language={language} />}
      <wbr />
      <Figured line={gap} language={language} />
      {after !== '' && <Line text={after} language={language} />}
    </>
  )
}

/** Lines that stand beside each other where there is room. */
export function FiguredLines({ lines, language }: { lines: readonly string[]; language: KioskLanguage }): ReactElement {
  return (
    <>
      {lines.map((line, at) => (
        <Fragment key={at}>
          {at > 0 && ' '}
          <Figured line={line} language={language} />
        </Fragment>
      ))}
    </>
  )
}

/** The days, and the times of day below. */
export function WhenLines({
  days,
  times,
  language,
}: {
  days: PosterDays
  times?: PosterTimes | undefined
  language: KioskLanguage
}): ReactElement {
  return (
    <div className="ak-poster-when">
      <p className="ak-poster-days" data-fits="width">
        <FiguredLines lines={daysWords(days, language)} language={language} />
      </p>
      {times !== undefined && (
        <p className="ak-poster-times">
          <Figured line={timesWords(times, language)} language={language} />
        </p>
      )}
    </div>
  )
}

/** A free text of the poster; where staff left it out, nothing. */
export function Passage({
  texts,
  field,
  language,
}: {
  texts: Texts | undefined
  field: string
  language: KioskLanguage
}): ReactElement | null {
  if (texts === undefined) return null
  return (
    <p className="ak-poster-passage" data-field={field}>
      <Text texts={texts} language={language} />
    </p>
  )
}

/** Where it is, with the sign of a place. */
export function PlaceLine({ place, language }: { place: Texts; language: KioskLanguage }): ReactElement {
  return (
    <p className="ak-poster-place" data-field="place">
      <svg viewBox="0 0 24 24" role="img" aria-label={withoutRuby(posterWord(language, 'place'))}>
        <path d="M12 2a7.5 7.5 0 0 0-7.5 7.5C4.5 15 12 22 12 22s7.5-7 7.5-12.5A7.5 7.5 0 0 0 12 2Zm0 10.3a2.8 2.8 0 1 1 0-5.6 2.8 2.8 0 0 1 0 5.6Z" />
      </svg>
      <Text texts={place} language={language} />
    </p>
  )
}

/** Whom to ask, and the QR code to read more, which a wide glass shows in the corner of the field. */
export function PosterFoot({
  contact,
  link,
  language,
}: {
  contact: Texts | undefined
  link: string | undefined
  language: KioskLanguage
}): ReactElement | null {
  if (contact === undefined && link === undefined) return null
  return (
    <footer className="ak-poster-foot">
      {contact !== undefined && (
        <p className="ak-poster-contact" data-field="contact">
          <Text texts={contact} language={language} />
        </p>
      )}
      {link !== undefined && (
        <div className="ak-poster-qr">
          <QrCode text={link} />
        </div>
      )}
    </footer>
  )
}
